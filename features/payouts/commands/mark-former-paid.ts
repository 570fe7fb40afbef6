import { recordAudit } from "@/features/audit/commands/record-audit";
import { endPayoutPaid } from "@/features/payouts/commands/end-payout-paid";
import { type LockedPayout, lockPayout } from "@/features/payouts/commands/lock-payout";
import { isOfFormerNumber } from "@/features/payouts/queries/is-of-former-number";
import { hasSteppedUp } from "@/features/staff/queries/has-stepped-up";
import type { StaffScope } from "@/features/staff/schema";
import { inMerchant, type MerchantTx } from "@/lib/db/in-merchant";

type Refusal =
  | "not_found"
  | "too_late"
  | "same_person"
  | "bill_differs"
  | "bill_taken"
  | "step_up_needed";

/**
 * One person says that the former merchant number's platform shows a transfer as paid, with WeChat's number
 * of it; another one says the same with the same number, and only then it is paid. Where WeChat had told its
 * number while it could be asked, no other one is taken. The first may correct theirs until then.
 */
export async function markFormerPaid(
  staff: Pick<StaffScope, "merchantId" | "staffId" | "sessionId">,
  input: { payoutId: string; transferBillNo: string },
  now: Date,
): Promise<{ ok: true; state: "marked" | "paid" } | { ok: false; reason: Refusal }> {
  const { merchantId, staffId, sessionId } = staff;
  const { payoutId, transferBillNo } = input;
  return inMerchant(merchantId, async (tx) => {
    if (!(await hasSteppedUp(tx, { merchantId, sessionId, now }))) {
      return { ok: false, reason: "step_up_needed" };
    }
    const payout = await lockPayout(tx, { merchantId, payoutId });
    if (payout === null) return { ok: false, reason: "not_found" };
    const objection = await objectionTo(tx, { merchantId, payout, transferBillNo });
    if (objection !== null) return { ok: false, reason: objection };
    const { markedBy, bankReference: said } = payout;
    const actor = { kind: "staff", id: staffId } as const;
    if (markedBy === null || markedBy === staffId) {
      if (said === transferBillNo) return { ok: false, reason: "same_person" };
      await tx.payout.update({
        where: { merchantId_id: { merchantId, id: payoutId } },
        data: { markedBy: staffId, markedAt: now, bankReference: transferBillNo },
      });
      await recordAudit(tx, {
        merchantId,
        actor,
        action: "payout.mark_former_paid",
        objectKind: "payout",
        objectId: payoutId,
        details: { transferBillNo, mchId: payout.mchId },
        now,
      });
      return { ok: true, state: "marked" };
    }
    if (said !== transferBillNo) return { ok: false, reason: "bill_differs" };
    // No bill of the former account comes here: its balance goes to the merchant's bank, and so does this.
    const leftByBank = { ...payout, channel: "bank" } as const;
    const columns = { confirmedBy: staffId, transferBillNo };
    await endPayoutPaid(tx, leftByBank, { merchantId, paidAt: now, columns, actor, now });
    return { ok: true, state: "paid" };
  });
}

/** Why nobody can say of this withdrawal that it was paid there, or not under this number of WeChat's. */
async function objectionTo(
  tx: MerchantTx,
  claim: { merchantId: string; payout: LockedPayout; transferBillNo: string },
): Promise<Refusal | null> {
  const { merchantId, payout, transferBillNo } = claim;
  const { payoutId, mchId, transferBillNo: told } = payout;
  if (!(await isOfFormerNumber(tx, merchantId, payout))) return "too_late";
  if (told !== null && told !== transferBillNo) return "bill_differs";
  const others = { merchantId, mchId, transferBillNo, NOT: { id: payoutId } };
  return (await tx.payout.count({ where: others })) > 0 ? "bill_taken" : null;
}
