import { Prisma } from "@/prisma/generated/client";

/**
 * The common table expression `sold`, over a `node` (person, brought_at): paid orders of each and their net sales
 * in fen, of those who were brought only what they paid for from then on. Refunds are those that succeeded.
 */
export function factsOfSharingSales(merchantId: string): Prisma.Sql {
  return Prisma.sql`
    refunded as materialized (
      select r.order_id, sum(b.amount_fen)::bigint as fen
      from refund r
      join refund_line b on b.merchant_id = r.merchant_id and b.refund_id = r.id
      where r.merchant_id = ${merchantId}::uuid and r.succeeded_at is not null
      group by r.order_id),
    sold as (
      select n.person, count(*)::int as orders,
        sum(o.payable_fen - o.freight_fen - coalesce(b.fen, 0))::bigint as net_fen
      from node n
      join orders o on o.merchant_id = ${merchantId}::uuid and o.customer_id = n.person
        and o.paid_at is not null and (n.brought_at is null or o.paid_at >= n.brought_at)
      left join refunded b on b.order_id = o.id
      group by n.person)`;
}
