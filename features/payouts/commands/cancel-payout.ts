import { canBeCancelled } from "@/domain/payouts/payout-state";
import { recordAudit } from "@/features/audit/commands/record-audit";
import { endPayoutUnpaid } from "@/features/payouts/commands/end-payout-unpaid";
import { lockPayout } from "@/features/payouts/commands/lock-payout";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";

/**
 * A distributor takes a withdrawal back. What was never sent ends at once; what was is `cancelling`
 * until WeChat says what became of it: whoever confirms at the same moment is paid.
 */
export async function cancelPayout(
  customer: { merchantId: AuthorizedMerchantId; customerId: string },
  payoutNo: string,
  now: Date,
): Promise<
  { ok: true; state: "cancelled" | "cancelling" } | { ok: false; reason: "not_found" | "too_late" }
> {
  const { merchantId, customerId } = customer;
  return inMerchant(merchantId, async (tx) => {
    const payout = await lockPayout(tx, { merchantId, payoutNo });
    if (payout?.customerId !== customerId) return { ok: false, reason: "not_found" };
    const { state, payoutId } = payout;
    if (!canBeCancelled(state)) return { ok: false, reason: "too_late" };
    const failReason = "cancelled_by_distributor";
    const actor = { kind: "customer", id: customerId } as const;
    if (state === "awaiting_approval" || state === "approved") {
      const end = { merchantId, state: "cancelled", failReason, actor, now } as const;
      await endPayoutUnpaid(tx, payout, end);
      return { ok: true, state: "cancelled" };
    }
    await tx.payout.update({
      where: { merchantId_id: { merchantId, id: payoutId } },
      data: { state: "cancelling", failReason, attempts: 0, nextStepAt: now },
    });
    await recordAudit(tx, {
      merchantId,
      actor,
      action: "payout.cancel",
      objectKind: "payout",
      objectId: payoutId,
      now,
    });
    return { ok: true, state: "cancelling" };
  });
}
