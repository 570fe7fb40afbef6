import { recordAudit } from "@/features/audit/commands/record-audit";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";

/**
 * Lets a distributor's withdrawals go on; what waited is sent at the worker's next round.
 * @param input.reason goes into the audit trail; without one nobody is released
 */
export async function releasePayouts(
  staff: { merchantId: AuthorizedMerchantId; staffId: string },
  input: { distributorId: string; reason: string },
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: "changed_meanwhile" | "reason_missing" }> {
  const { merchantId, staffId } = staff;
  const { distributorId } = input;
  const reason = input.reason.trim();
  if (reason === "") return { ok: false, reason: "reason_missing" };
  return inMerchant(merchantId, async (tx) => {
    // Withdrawals first: whoever locks both takes them in this order.
    await tx.payout.updateMany({
      where: { merchantId, distributorId, state: "approved", nextStepAt: { not: null } },
      data: { nextStepAt: now },
    });
    const { count } = await tx.distributor.updateMany({
      where: { merchantId, id: distributorId, payoutsFrozenAt: { not: null } },
      data: { payoutsFrozenAt: null, payoutsFrozenBy: null, payoutsFrozenReason: "" },
    });
    if (count === 0) return { ok: false, reason: "changed_meanwhile" };
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "staff", id: staffId },
      action: "payout.release",
      objectKind: "distributor",
      objectId: distributorId,
      details: { reason },
      now,
    });
    return { ok: true };
  });
}
