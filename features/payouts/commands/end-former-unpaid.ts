import { hasLapsed } from "@/domain/payouts/has-lapsed";
import { recordAudit } from "@/features/audit/commands/record-audit";
import { endPayoutUnpaid } from "@/features/payouts/commands/end-payout-unpaid";
import { type Decider, lockForDecision } from "@/features/payouts/commands/lock-for-decision";
import { isOfFormerNumber } from "@/features/payouts/queries/is-of-former-number";
import { isActiveStaff } from "@/features/staff/queries/is-active-staff";
import { inMerchant } from "@/lib/db/in-merchant";

type Refusal = "not_found" | "too_late" | "too_early" | "said_paid" | "step_up_needed";

/**
 * A person has looked at the former merchant number's platform and found that a transfer was not paid
 * there: its amount is free again. Not before WeChat itself would have let it lapse, for until then the
 * payee may still take it; and not against a colleague's word that it was paid, which only they take back.
 * @param input.reason what the person saw there, for the audit trail
 */
export async function endFormerUnpaid(
  staff: Decider,
  input: { payoutId: string; reason: string },
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: Refusal }> {
  const { merchantId, staffId } = staff;
  const { payoutId, reason } = input;
  return inMerchant(merchantId, async (tx) => {
    const locked = await lockForDecision(tx, staff, payoutId, now);
    if (!locked.ok) return locked;
    const { payout } = locked;
    if (!(await isOfFormerNumber(tx, merchantId, payout))) return { ok: false, reason: "too_late" };
    if (!hasLapsed(payout, now)) return { ok: false, reason: "too_early" };
    const { markedBy } = payout;
    const byAnother = markedBy !== null && markedBy !== staffId;
    if (byAnother && (await isActiveStaff(tx, { merchantId, staffId: markedBy }))) {
      return { ok: false, reason: "said_paid" };
    }
    const actor = { kind: "staff", id: staffId } as const;
    await recordAudit(tx, {
      merchantId,
      actor,
      action: "payout.former_unpaid",
      objectKind: "payout",
      objectId: payoutId,
      details: { reason, mchId: payout.mchId, checkedThere: true },
      now,
    });
    const end = {
      merchantId,
      state: "failed",
      failReason: "former_number_unpaid",
      actor,
      now,
    } as const;
    await endPayoutUnpaid(tx, payout, end);
    return { ok: true };
  });
}
