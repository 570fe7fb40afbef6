import { Prisma } from "@/prisma/generated/client";

/**
 * The common table expression `bought`: everybody with a paid order in [from, until), how many, the last
 * of them, and what they paid for goods in that time less the refunds that succeeded in it, in fen. A
 * refund of an order from before counts, as in net sales; unknown guests of an order history are nobody.
 */
export function factsOfRfm(merchantId: string, from: Date, until: Date): Prisma.Sql {
  const historyPerson = Prisma.sql`md5('history:' || customer_ref)::uuid`;
  return Prisma.sql`
    sale as (
      select customer_id as person, '' as customer_ref, order_no, paid_at as at, payable_fen - freight_fen as fen
      from orders
      where merchant_id = ${merchantId}::uuid and paid_at >= ${from} and paid_at < ${until}
      union all
      select ${historyPerson}, customer_ref, invoice_no, sold_at, amount_fen
      from history_order
      where merchant_id = ${merchantId}::uuid and kind = 'sale' and customer_ref <> ''
        and sold_at >= ${from} and sold_at < ${until}),
    back as (
      select o.customer_id as person, b.amount_fen as fen
      from refund r
      join refund_line b on b.merchant_id = r.merchant_id and b.refund_id = r.id
      join orders o on o.merchant_id = r.merchant_id and o.id = r.order_id and o.paid_at is not null
      where r.merchant_id = ${merchantId}::uuid and r.succeeded_at >= ${from} and r.succeeded_at < ${until}
      union all
      select ${historyPerson}, amount_fen
      from history_order
      where merchant_id = ${merchantId}::uuid and kind = 'refund' and customer_ref <> ''
        and sold_at >= ${from} and sold_at < ${until}),
    summed as (
      select person, max(customer_ref) as customer_ref, count(*)::int as orders, sum(fen) as fen, max(at) as last_at,
        (array_agg(order_no order by at desc, order_no desc))[1] as last_order_no
      from sale group by person),
    returned as (select person, sum(fen) as fen from back group by person),
    bought as materialized (
      select s.person, s.customer_ref, s.orders, (s.fen - coalesce(r.fen, 0))::bigint as net_fen, s.last_at,
        (s.last_at at time zone 'Asia/Shanghai')::date as last_day, s.last_order_no
      from summed s left join returned r on r.person = s.person)`;
}
