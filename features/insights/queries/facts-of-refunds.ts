import type { DaySpan } from "@/features/insights/schema";
import { Prisma } from "@/prisma/generated/client";

/** The common table expression `back_line`: a row per refunded line, on the day on which the refund succeeded. */
export function factsOfRefunds({ merchantId, from, until }: DaySpan): Prisma.Sql {
  return Prisma.sql`
    back_line as materialized (
      select (r.succeeded_at at time zone 'Asia/Shanghai')::date as day, r.id::text as refund_id,
        o.province as region, coalesce(k.channel::text, 'direct') as channel,
        o.level1_distributor_id as distributor, l.product_id, l.product_id::text as product,
        b.quantity as units, b.amount_fen as fen, coalesce(m.value_fen, 0) as cost,
        case when l.goods_cost_fen = 0 then b.amount_fen else 0 end as uncosted
      from refund r
      join orders o on o.merchant_id = r.merchant_id and o.id = r.order_id and o.paid_at is not null
      join refund_line b on b.merchant_id = r.merchant_id and b.refund_id = r.id
      join order_line l on l.merchant_id = r.merchant_id and l.order_id = r.order_id and l.line_no = b.line_no
      left join stock_movement m on m.merchant_id = b.merchant_id and m.sku_id = l.sku_id
        and m.reason = 'refunded' and m.reference_id = b.refund_id and m.reference_line = b.line_no
      left join share_click c on c.merchant_id = o.merchant_id and c.id = o.click_id
      left join share_link k on k.merchant_id = c.merchant_id and k.id = c.link_id
      where r.merchant_id = ${merchantId}::uuid and r.succeeded_at >= ${from} and r.succeeded_at < ${until}
      union all
      select (sold_at at time zone 'Asia/Shanghai')::date, invoice_no, nullif(region, ''), 'imported', null,
        null, case when is_service then null else code end, quantity, amount_fen, 0, amount_fen
      from history_line
      where merchant_id = ${merchantId}::uuid and kind = 'refund' and sold_at >= ${from} and sold_at < ${until})`;
}
