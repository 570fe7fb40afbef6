import type { DaySpan } from "@/features/insights/schema";
import { Prisma } from "@/prisma/generated/client";

const noProduct = Prisma.sql`'00000000-0000-0000-0000-000000000000'::uuid`;

/** Rows of kind, key, day and what the mall's pages sent. */
export function sumEvents({ merchantId, from, until }: DaySpan): Prisma.Sql {
  return Prisma.sql`
    select k.kind, k.key, (e.at at time zone 'Asia/Shanghai')::date as day,
      count(*) filter (where e.kind = 'view')::int as views,
      coalesce(sum(e.amount) filter (where e.kind = 'dwell'), 0)::bigint as dwell_ms,
      count(*) filter (where e.kind = 'favourite')::int as favourites,
      count(*) filter (where e.kind = 'cart')::int as carts,
      count(*) filter (where e.kind = 'checkout')::int as checkouts,
      count(*) filter (where e.kind = 'share_set')::int as share_sets
    from event e
    cross join lateral (
      select 'all'::slice_kind as kind, '' as key
      union all
      select 'product', e.product_id::text where e.product_id <> ${noProduct}
      union all
      select 'category', p.category_id::text from product p
      where p.merchant_id = e.merchant_id and p.id = e.product_id
      union all
      select 'scene', s.scene_id::text from scene_product s
      where s.merchant_id = e.merchant_id and s.product_id = e.product_id) k
    where e.merchant_id = ${merchantId}::uuid and e.at >= ${from} and e.at < ${until}
    group by k.kind, k.key, 3`;
}
