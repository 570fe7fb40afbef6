import { type LockedPayout, lockPayout } from "@/features/payouts/commands/lock-payout";
import { hasSteppedUp } from "@/features/staff/queries/has-stepped-up";
import type { StaffScope } from "@/features/staff/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** Who says how a withdrawal ended that nobody else tells of. */
export type Decider = Pick<StaffScope, "merchantId" | "staffId" | "sessionId">;

/** Locks a withdrawal for somebody who says how it ended: only who has given the password again just now. */
export async function lockForDecision(
  tx: MerchantTx,
  { merchantId, sessionId }: Decider,
  payoutId: string,
  now: Date,
): Promise<
  { ok: true; payout: LockedPayout } | { ok: false; reason: "step_up_needed" | "not_found" }
> {
  if (!(await hasSteppedUp(tx, { merchantId, sessionId, now }))) {
    return { ok: false, reason: "step_up_needed" };
  }
  const payout = await lockPayout(tx, { merchantId, payoutId });
  return payout ? { ok: true, payout } : { ok: false, reason: "not_found" };
}
