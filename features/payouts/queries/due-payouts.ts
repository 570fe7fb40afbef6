import { UNPAID_STATES } from "@/domain/payouts/payout-state";
import { Prisma } from "@/prisma/generated/client";

/**
 * A row for each withdrawal whose due date lies in [from, until) and that was the shop's to pay: when it was
 * due and paid, and in how many begun minutes after the request. What its owner took back, let lapse, or
 * what WeChat refused for reasons of the owner's is none of them (analytics.md 13).
 */
export function duePayouts(span: { merchantId: string; from: Date; until: Date }): Prisma.Sql {
  const { merchantId, from, until } = span;
  return Prisma.sql`
    select due_at, paid_at,
      greatest(1, ceil(extract(epoch from paid_at - requested_at) / 60))::int as minutes
    from payout where merchant_id = ${merchantId}::uuid and due_at >= ${from} and due_at < ${until}
      and state <> all(${[...UNPAID_STATES]}::payout_state[])`;
}
