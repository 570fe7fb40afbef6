import { type Decider, lockForDecision } from "@/features/payouts/commands/lock-for-decision";
import type { LockedPayout } from "@/features/payouts/commands/lock-payout";
import { type SaidPaid, sayPaid } from "@/features/payouts/commands/say-paid";
import { isOfFormerNumber } from "@/features/payouts/queries/is-of-former-number";
import { inMerchant, type MerchantTx } from "@/lib/db/in-merchant";

type Objection = "too_late" | "bill_differs" | "bill_taken";

/**
 * Two people say that the former merchant number's platform shows a transfer as paid, with WeChat's number of
 * it. Where WeChat had told its number while it could be asked, no other one is taken. It leaves by bank: the
 * former account's balance went there, and no bill of it comes here (decision 0042).
 */
export async function markFormerPaid(
  staff: Decider,
  input: { payoutId: string; transferBillNo: string },
  now: Date,
): Promise<SaidPaid | { ok: false; reason: Objection | "not_found" | "step_up_needed" }> {
  const { merchantId } = staff;
  const { payoutId, transferBillNo } = input;
  return inMerchant(merchantId, async (tx) => {
    const locked = await lockForDecision(tx, staff, payoutId, now);
    if (!locked.ok) return locked;
    const { payout } = locked;
    const objection = await objectionTo(tx, { merchantId, payout, transferBillNo });
    if (objection !== null) return { ok: false, reason: objection };
    return sayPaid(tx, staff, payout, {
      reference: transferBillNo,
      action: "payout.mark_former_paid",
      details: { transferBillNo, mchId: payout.mchId },
      columns: { transferBillNo },
      now,
    });
  });
}

/** Why nobody can say of this withdrawal that it was paid there, or not under this number of WeChat's. */
async function objectionTo(
  tx: MerchantTx,
  claim: { merchantId: string; payout: LockedPayout; transferBillNo: string },
): Promise<Objection | null> {
  const { merchantId, payout, transferBillNo } = claim;
  const { payoutId, mchId, transferBillNo: told } = payout;
  if (!(await isOfFormerNumber(tx, merchantId, payout))) return "too_late";
  if (told !== null && told !== transferBillNo) return "bill_differs";
  const others = { merchantId, mchId, transferBillNo, NOT: { id: payoutId } };
  return (await tx.payout.count({ where: others })) > 0 ? "bill_taken" : null;
}
