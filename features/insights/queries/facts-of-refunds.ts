import type { DaySpan } from "@/features/insights/schema";
import { Prisma } from "@/prisma/generated/client";

/**
 * The common table expression `back_line`, on the day on which the refund succeeded: a row per refunded
 * line, one more per refund with what belongs to no line (freight, the fee that WeChat gave back), and
 * the refunds of order histories.
 */
export function factsOfRefunds({ merchantId, from, until }: DaySpan): Prisma.Sql {
  return Prisma.sql`
    back as materialized (
      select (r.succeeded_at at time zone 'Asia/Shanghai')::date as day, r.id, r.order_id, r.freight_fen,
        o.province as region, coalesce(k.channel::text, 'direct') as channel,
        o.level1_distributor_id as distributor
      from refund r
      join orders o on o.merchant_id = r.merchant_id and o.id = r.order_id and o.paid_at is not null
      left join share_click c on c.merchant_id = o.merchant_id and c.id = o.click_id
      left join share_link k on k.merchant_id = c.merchant_id and k.id = c.link_id
      where r.merchant_id = ${merchantId}::uuid and r.succeeded_at >= ${from} and r.succeeded_at < ${until}),
    back_line as materialized (
      select s.day, s.id::text as refund_id, s.region, s.channel, s.distributor, l.product_id,
        l.product_id::text as product, b.quantity as units, b.amount_fen as fen,
        coalesce(m.value_fen, 0) as cost,
        case when l.goods_cost_fen = 0 then b.amount_fen else 0 end as uncosted, 0::bigint as freight, 0::bigint as fee
      from back s
      join refund_line b on b.merchant_id = ${merchantId}::uuid and b.refund_id = s.id
      join order_line l on l.merchant_id = ${merchantId}::uuid and l.order_id = s.order_id and l.line_no = b.line_no
      left join stock_movement m on m.merchant_id = b.merchant_id and m.sku_id = l.sku_id
        and m.reason = 'refunded' and m.reference_id = b.refund_id and m.reference_line = b.line_no
      union all
      select s.day, s.id::text, s.region, s.channel, s.distributor, null, null, 0, 0, 0, 0, s.freight_fen,
        coalesce(f.fee_fen, 0)
      from back s
      left join lateral (
        select sum(t.amount_fen) as fee_fen from ledger_transfer t
        where t.merchant_id = ${merchantId}::uuid and t.reference_kind = 'refund' and t.reference_id = s.id
          and t.code = 'payment_fee_returned') f on true
      union all
      select (sold_at at time zone 'Asia/Shanghai')::date, invoice_no, nullif(region, ''), 'imported', null,
        null, case when is_service then null else code end, quantity, amount_fen, 0, amount_fen, 0, 0
      from history_line
      where merchant_id = ${merchantId}::uuid and kind = 'refund' and sold_at >= ${from} and sold_at < ${until})`;
}
