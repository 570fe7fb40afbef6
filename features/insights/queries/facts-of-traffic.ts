import type { DaySpan } from "@/features/insights/schema";
import { Prisma } from "@/prisma/generated/client";

const noProduct = Prisma.sql`'00000000-0000-0000-0000-000000000000'::uuid`;

/** Rows of kind, key, day and the openings of share links; `openings` are those by somebody else than the sharer. */
export function sumClicks({ merchantId, from, until }: DaySpan): Prisma.Sql {
  return Prisma.sql`
    select k.kind, k.key, (c.clicked_at at time zone 'Asia/Shanghai')::date as day, count(*)::int as clicks,
      count(*) filter (where v.customer_id is distinct from l.sharer_customer_id)::int as openings
    from share_click c
    join share_link l on l.merchant_id = c.merchant_id and l.id = c.link_id
    join visitor v on v.merchant_id = c.merchant_id and v.id = c.visitor_id
    left join distributor d on d.merchant_id = c.merchant_id and d.customer_id = l.sharer_customer_id
    cross join lateral (values ('all'::slice_kind, ''), ('channel', l.channel::text),
      ('distributor', d.id::text),
      (case l.target_kind when 'product' then 'product'::slice_kind when 'scene' then 'scene'
        when 'category' then 'category' end, l.target_id::text)) k (kind, key)
    where c.merchant_id = ${merchantId}::uuid and c.clicked_at >= ${from} and c.clicked_at < ${until}
      and k.kind is not null and k.key is not null
    group by k.kind, k.key, 3`;
}

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
