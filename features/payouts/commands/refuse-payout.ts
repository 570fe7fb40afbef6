import { recordAudit } from "@/features/audit/commands/record-audit";
import { endPayoutUnpaid } from "@/features/payouts/commands/end-payout-unpaid";
import { lockPayout } from "@/features/payouts/commands/lock-payout";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";

/**
 * The shop refuses a withdrawal that was not sent, with words for the distributor; of one that was
 * sent and not confirmed it asks WeChat to take it back.
 */
export async function refusePayout(
  staff: { merchantId: AuthorizedMerchantId; staffId: string },
  input: { payoutId: string; reason: string },
  now: Date,
): Promise<
  { ok: true; state: "refused" | "cancelling" } | { ok: false; reason: "not_found" | "too_late" }
> {
  const { merchantId, staffId } = staff;
  const { payoutId, reason } = input;
  return inMerchant(merchantId, async (tx) => {
    const payout = await lockPayout(tx, { merchantId, payoutId });
    if (payout === null) return { ok: false, reason: "not_found" };
    const actor = { kind: "staff", id: staffId } as const;
    if (payout.state === "awaiting_approval" || payout.state === "approved") {
      const end = { merchantId, state: "refused", failReason: reason, actor, now } as const;
      await endPayoutUnpaid(tx, payout, end);
      return { ok: true, state: "refused" };
    }
    if (payout.state !== "sending" && payout.state !== "awaiting_confirmation") {
      return { ok: false, reason: "too_late" };
    }
    const failReason = "cancelled_by_merchant";
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
      details: { reason },
      now,
    });
    return { ok: true, state: "cancelling" };
  });
}
