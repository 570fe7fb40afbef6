import { recordAudit } from "@/features/audit/commands/record-audit";
import { endPayoutPaid } from "@/features/payouts/commands/end-payout-paid";
import { lockPayout } from "@/features/payouts/commands/lock-payout";
import { hasSteppedUp } from "@/features/staff/queries/has-stepped-up";
import type { StaffScope } from "@/features/staff/schema";
import { inMerchant } from "@/lib/db/in-merchant";

type Refusal = "not_found" | "too_late" | "same_person" | "reference_differs" | "step_up_needed";

/**
 * One person says that the bank has paid, with the bank's reference; another one says the same with the
 * same reference, and only then it is paid. The first may correct the reference until then.
 */
export async function markBankPaid(
  staff: Pick<StaffScope, "merchantId" | "staffId" | "sessionId">,
  input: { payoutId: string; bankReference: string },
  now: Date,
): Promise<{ ok: true; state: "marked" | "paid" } | { ok: false; reason: Refusal }> {
  const { merchantId, staffId, sessionId } = staff;
  const { payoutId, bankReference } = input;
  return inMerchant(merchantId, async (tx) => {
    if (!(await hasSteppedUp(tx, { merchantId, sessionId, now }))) {
      return { ok: false, reason: "step_up_needed" };
    }
    const payout = await lockPayout(tx, { merchantId, payoutId });
    if (payout === null) return { ok: false, reason: "not_found" };
    if (payout.state !== "exported") return { ok: false, reason: "too_late" };
    const actor = { kind: "staff", id: staffId } as const;
    if (payout.markedBy === null || payout.markedBy === staffId) {
      if (payout.bankReference === bankReference) return { ok: false, reason: "same_person" };
      await tx.payout.update({
        where: { merchantId_id: { merchantId, id: payoutId } },
        data: { markedBy: staffId, markedAt: now, bankReference },
      });
      await recordAudit(tx, {
        merchantId,
        actor,
        action: "payout.mark_paid",
        objectKind: "payout",
        objectId: payoutId,
        details: { bankReference },
        now,
      });
      return { ok: true, state: "marked" };
    }
    if (payout.bankReference !== bankReference) return { ok: false, reason: "reference_differs" };
    const columns = { confirmedBy: staffId };
    await endPayoutPaid(tx, payout, { merchantId, paidAt: now, columns, actor, now });
    return { ok: true, state: "paid" };
  });
}
