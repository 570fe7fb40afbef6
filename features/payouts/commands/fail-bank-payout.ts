import { endPayoutUnpaid } from "@/features/payouts/commands/end-payout-unpaid";
import { lockPayout } from "@/features/payouts/commands/lock-payout";
import { hasSteppedUp } from "@/features/staff/queries/has-stepped-up";
import type { StaffScope } from "@/features/staff/schema";
import { inMerchant } from "@/lib/db/in-merchant";

/**
 * The bank has sent an exported withdrawal back; the reason is for the distributor to read. The amount
 * may be withdrawn again from now on, so it takes the password as saying that it was paid does.
 */
export async function failBankPayout(
  staff: Pick<StaffScope, "merchantId" | "staffId" | "sessionId">,
  input: { payoutId: string; reason: string },
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: "not_found" | "too_late" | "step_up_needed" }> {
  const { merchantId, staffId, sessionId } = staff;
  const { payoutId, reason } = input;
  return inMerchant(merchantId, async (tx) => {
    if (!(await hasSteppedUp(tx, { merchantId, sessionId, now }))) {
      return { ok: false, reason: "step_up_needed" };
    }
    const payout = await lockPayout(tx, { merchantId, payoutId });
    if (payout === null) return { ok: false, reason: "not_found" };
    if (payout.state !== "exported") return { ok: false, reason: "too_late" };
    const actor = { kind: "staff", id: staffId } as const;
    const end = { merchantId, state: "failed", failReason: reason, actor, now } as const;
    await endPayoutUnpaid(tx, payout, end);
    return { ok: true };
  });
}
