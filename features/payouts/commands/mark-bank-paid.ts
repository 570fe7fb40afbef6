import { type Decider, lockForDecision } from "@/features/payouts/commands/lock-for-decision";
import { type SaidPaid, sayPaid } from "@/features/payouts/commands/say-paid";
import { inMerchant } from "@/lib/db/in-merchant";

/** Two people say that the bank has paid a withdrawal of a file for it, with the bank's reference. */
export async function markBankPaid(
  staff: Decider,
  input: { payoutId: string; bankReference: string },
  now: Date,
): Promise<SaidPaid | { ok: false; reason: "not_found" | "too_late" | "step_up_needed" }> {
  const { payoutId, bankReference } = input;
  return inMerchant(staff.merchantId, async (tx) => {
    const locked = await lockForDecision(tx, staff, payoutId, now);
    if (!locked.ok) return locked;
    if (locked.payout.state !== "exported") return { ok: false, reason: "too_late" };
    const said = { action: "payout.mark_paid", details: { bankReference }, now } as const;
    return sayPaid(tx, staff, locked.payout, { ...said, reference: bankReference });
  });
}
