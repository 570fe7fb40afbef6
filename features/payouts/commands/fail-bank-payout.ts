import { endPayoutUnpaid } from "@/features/payouts/commands/end-payout-unpaid";
import { type Decider, lockForDecision } from "@/features/payouts/commands/lock-for-decision";
import { inMerchant } from "@/lib/db/in-merchant";

/**
 * The bank has sent an exported withdrawal back; the reason is for the distributor to read. The amount
 * may be withdrawn again from now on, so it takes the password as saying that it was paid does.
 */
export async function failBankPayout(
  staff: Decider,
  input: { payoutId: string; reason: string },
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: "not_found" | "too_late" | "step_up_needed" }> {
  const { merchantId, staffId } = staff;
  const { payoutId, reason } = input;
  return inMerchant(merchantId, async (tx) => {
    const locked = await lockForDecision(tx, staff, payoutId, now);
    if (!locked.ok) return locked;
    if (locked.payout.state !== "exported") return { ok: false, reason: "too_late" };
    const actor = { kind: "staff", id: staffId } as const;
    const end = { merchantId, state: "failed", failReason: reason, actor, now } as const;
    await endPayoutUnpaid(tx, locked.payout, end);
    return { ok: true };
  });
}
