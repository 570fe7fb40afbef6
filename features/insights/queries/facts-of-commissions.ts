import type { DaySpan } from "@/features/insights/schema";
import { Prisma } from "@/prisma/generated/client";

/**
 * The common table expression `promise`: per commission what was promised on the day of its payment, and what
 * a refund took back on the day on which it succeeded. Its distributor is who earns it.
 */
export function factsOfCommissions({ merchantId, from, until }: DaySpan): Prisma.Sql {
  return Prisma.sql`
    promise as materialized (
      select (c.accrued_at at time zone 'Asia/Shanghai')::date as day, c.order_id, c.line_no, c.level,
        c.distributor_id, c.commission_fen as fen, 0::bigint as back
      from commission c
      join sale s on s.id = c.order_id
      where c.merchant_id = ${merchantId}::uuid
      union all
      select (r.succeeded_at at time zone 'Asia/Shanghai')::date, c.order_id, c.line_no, c.level,
        c.distributor_id, 0, t.amount_fen
      from refund r
      join commission c on c.merchant_id = r.merchant_id and c.order_id = r.order_id
      join ledger_transfer t on t.merchant_id = c.merchant_id and t.reference_kind = 'commission'
        and t.reference_id = c.id and t.event_key like 'commission:%:claw-back:' || r.id || '%'
      where r.merchant_id = ${merchantId}::uuid and r.succeeded_at >= ${from} and r.succeeded_at < ${until})`;
}

/** Rows of kind, key, day and the figures of commissions. */
export function sumCommissions(merchantId: string): Prisma.Sql {
  return Prisma.sql`
    select k.kind, k.key, p.day,
      coalesce(sum(p.fen) filter (where p.level = 1), 0)::bigint as commission1_fen,
      coalesce(sum(p.fen) filter (where p.level = 2), 0)::bigint as commission2_fen,
      sum(p.back)::bigint as clawed_back_fen
    from promise p
    join orders o on o.merchant_id = ${merchantId}::uuid and o.id = p.order_id
    join order_line l on l.merchant_id = ${merchantId}::uuid and l.order_id = p.order_id and l.line_no = p.line_no
    left join share_click c on c.merchant_id = o.merchant_id and c.id = o.click_id
    left join share_link h on h.merchant_id = c.merchant_id and h.id = c.link_id
    cross join lateral (
      values ('all'::slice_kind, ''), ('channel', coalesce(h.channel::text, 'direct')),
        ('distributor', p.distributor_id::text), ('region', o.province), ('product', l.product_id::text)
      union all
      select 'category', d.category_id::text from product d
      where d.merchant_id = ${merchantId}::uuid and d.id = l.product_id
      union all
      select 'scene', n.scene_id::text from scene_product n
      where n.merchant_id = ${merchantId}::uuid and n.product_id = l.product_id) k (kind, key)
    group by k.kind, k.key, p.day`;
}
