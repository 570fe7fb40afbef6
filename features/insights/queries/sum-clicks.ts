import type { DaySpan } from "@/features/insights/schema";
import { Prisma } from "@/prisma/generated/client";

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
