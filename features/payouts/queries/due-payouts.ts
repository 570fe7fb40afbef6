import { PAYEE_TROUBLES } from "@/domain/payouts/counts-as-due";
import { UNPAID_STATES } from "@/domain/payouts/payout-state";
import { reasonsOf } from "@/domain/payouts/trouble-of";
import { Prisma } from "@/prisma/generated/client";

/**
 * A row for each withdrawal whose due date lies in [from, until) and that was the shop's to pay: which one,
 * when it was due and paid, and in how many begun minutes after the request (null while unpaid). Which ones
 * are the shop's is said in domain/payouts/counts-as-due.ts; this says the same to the database.
 */
export function duePayouts(span: {
  merchantId: string;
  from: Date;
  until: Date;
  /** Of this one alone. */
  distributorId?: string | null | undefined;
}): Prisma.Sql {
  const { merchantId, from, until, distributorId } = span;
  const only = distributorId
    ? Prisma.sql`and distributor_id = ${distributorId}::uuid`
    : Prisma.empty;
  return Prisma.sql`
    select id, due_at, paid_at,
      case when paid_at is not null
        then greatest(1, ceil(extract(epoch from paid_at - requested_at) / 60))::int end as minutes
    from payout where merchant_id = ${merchantId}::uuid and due_at >= ${from} and due_at < ${until} ${only}
      and not (${endedForThePayee} and (ended_at <= due_at or ${wasOfferedInTime}))`;
}

const payeeReasons = reasonsOf(PAYEE_TROUBLES);

/** As domain/payouts/trouble-of.ts reads it: an end by its state, by a bank's word, or by the reason. */
const endedForThePayee = Prisma.sql`
  state = any(${[...UNPAID_STATES]}::payout_state[]) and state <> 'refused'
    and (state = 'expired' or state = 'failed' and channel = 'bank' or fail_reason = any(${payeeReasons}))`;

/** The package opens the confirmation, and its 24 hours run from when WeChat took it on. */
const wasOfferedInTime = Prisma.sql`
  package_info <> '' and coalesce(confirm_until - interval '24 hours' <= due_at, false)`;
