import type { DaySpan } from "@/features/insights/schema";
import { Prisma } from "@/prisma/generated/client";

/**
 * The common table expression `sold_line`: a row per line of an order paid in the span, one more per
 * order with what belongs to no line (freight, fee), and the sales of order histories. A line without
 * a cost is uncosted: nobody knows what it left.
 */
export function factsOfSales({ merchantId, from, until }: DaySpan): Prisma.Sql {
  return Prisma.sql`
    sale as materialized (
      select (o.paid_at at time zone 'Asia/Shanghai')::date as day, o.id, o.province as region,
        o.freight_fen, o.paid_fen, o.policy_version, coalesce(l.channel::text, 'direct') as channel,
        o.level1_distributor_id as distributor
      from orders o
      left join share_click c on c.merchant_id = o.merchant_id and c.id = o.click_id
      left join share_link l on l.merchant_id = c.merchant_id and l.id = c.link_id
      where o.merchant_id = ${merchantId}::uuid and o.paid_at >= ${from} and o.paid_at < ${until}),
    sold_line as materialized (
      select s.day, s.id::text as order_id, s.region, s.channel, s.distributor, l.product_id,
        l.product_id::text as product, l.quantity as units, l.payable_fen as gross,
        l.prorated_discount_fen as discount, l.goods_cost_fen as cost,
        case when l.goods_cost_fen = 0 then l.payable_fen else 0 end as uncosted, 0::bigint as freight, 0::bigint as fee
      from sale s join order_line l on l.merchant_id = ${merchantId}::uuid and l.order_id = s.id
      union all
      select s.day, s.id::text, s.region, s.channel, s.distributor, null, null, 0, 0, 0, 0, 0, s.freight_fen,
        coalesce(f.fee_fen, (s.paid_fen * p.payment_fee_bps + 5000) / 10000)
      from sale s
      join merchant_policy p on p.merchant_id = ${merchantId}::uuid and p.version = s.policy_version
      left join lateral (
        select sum(t.amount_fen) as fee_fen from payment y
        join ledger_transfer t on t.merchant_id = y.merchant_id and t.reference_kind = 'payment'
          and t.reference_id = y.id and t.code = 'payment_fee_charged'
        where y.merchant_id = ${merchantId}::uuid and y.order_id = s.id) f on true
      union all
      select (sold_at at time zone 'Asia/Shanghai')::date, invoice_no, nullif(region, ''), 'imported', null,
        null, case when is_service then null else code end, quantity, amount_fen, 0, 0, amount_fen, 0, 0
      from history_line
      where merchant_id = ${merchantId}::uuid and kind = 'sale' and sold_at >= ${from} and sold_at < ${until})`;
}
