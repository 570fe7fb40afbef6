import type { PayoutChannel, PayoutState } from "./payout-state";
import { hasEnded } from "./payout-state";
import type { PayoutTrouble } from "./payout-trouble";
import { troubleOf } from "./trouble-of";

/** Ends that are the payee's, or of what WeChat or a bank allows them; every other one is the shop's. */
export const PAYEE_TROUBLES: ReadonlySet<PayoutTrouble> = new Set<PayoutTrouble>([
  "account_closed",
  "bank_card",
  "name_mismatch",
  "not_real_name",
  "quota",
  "risk",
  "not_confirmed",
  "cancelled_by_distributor",
  "in_debt",
  "bank_refused",
]);

/**
 * Whether a withdrawal whose due date is over was the shop's to pay by then (docs/metrics.md, payoutsDue).
 * What ended unpaid for a reason of the payee's was not, if it had ended by the due date or lay before the
 * payee to be confirmed by then. What the shop refused or took back, what failed for its own account, and
 * what it let wait past the date, was: unpaid, so late.
 * @param payout.offeredAt when WeChat put it before the payee to be confirmed; null where it never did
 */
export function countsAsDue(payout: {
  state: PayoutState;
  channel: PayoutChannel;
  failReason: string;
  dueAt: Date;
  endedAt: Date | null;
  offeredAt: Date | null;
}): boolean {
  const { state, dueAt, endedAt, offeredAt } = payout;
  if (!hasEnded(state) || state === "paid") return true;
  const trouble = troubleOf(payout);
  if (trouble === null || !PAYEE_TROUBLES.has(trouble)) return true;
  return !(isBy(endedAt, dueAt) || isBy(offeredAt, dueAt));
}

function isBy(at: Date | null, limit: Date): boolean {
  return at !== null && at <= limit;
}
