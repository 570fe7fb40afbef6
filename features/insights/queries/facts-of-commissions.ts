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
