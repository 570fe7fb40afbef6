import type { DaySpan } from "@/features/insights/schema";
import { Prisma } from "@/prisma/generated/client";

/** A sale's slices other than its products: whole shop, channel, distributor, province. */
const ofOrder = Prisma.sql`
  cross join lateral (values ('all'::slice_kind, ''), ('channel', s.channel),
    ('distributor', s.distributor::text), ('region', s.region)) k (kind, key)`;

/** The slices of a line by its product; a service of an order history is no product. */
const ofProduct = (merchantId: string) => Prisma.sql`
  cross join lateral (
    select 'product'::slice_kind as kind, s.product as key
    union all
    select 'category', p.category_id::text from product p
    where p.merchant_id = ${merchantId}::uuid and p.id = s.product_id
    union all
    select 'scene', c.scene_id::text from scene_product c
    where c.merchant_id = ${merchantId}::uuid and c.product_id = s.product_id) k`;

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

/** Rows of kind, key, day and the figures of sales. */
export function sumSales(merchantId: string): Prisma.Sql {
  const sums = Prisma.sql`count(distinct s.order_id)::int as orders, sum(s.units)::int as units,
    sum(s.gross)::bigint as gross_fen, sum(s.discount)::bigint as discount_fen,
    sum(s.freight)::bigint as freight_fen, sum(s.cost)::bigint as cost_fen,
    sum(s.uncosted)::bigint as uncosted_fen, sum(s.fee)::bigint as fee_fen`;
  return Prisma.sql`
    select k.kind, k.key, s.day, ${sums} from sold_line s ${ofOrder}
    where k.key is not null group by k.kind, k.key, s.day
    union all
    select k.kind, k.key, s.day, ${sums} from sold_line s ${ofProduct(merchantId)}
    where s.product is not null group by k.kind, k.key, s.day`;
}

/** Rows of kind, key, day and the figures of refunds. */
export function sumRefunds(merchantId: string): Prisma.Sql {
  const sums = Prisma.sql`count(distinct s.refund_id)::int as refunds, sum(s.units)::int as refund_units,
    sum(s.fen)::bigint as refund_fen, sum(s.cost)::bigint as returned_cost_fen,
    sum(s.uncosted)::bigint as uncosted_back_fen`;
  return Prisma.sql`
    select k.kind, k.key, s.day, ${sums} from back_line s ${ofOrder}
    where k.key is not null group by k.kind, k.key, s.day
    union all
    select k.kind, k.key, s.day, ${sums} from back_line s ${ofProduct(merchantId)}
    where s.product is not null group by k.kind, k.key, s.day`;
}
