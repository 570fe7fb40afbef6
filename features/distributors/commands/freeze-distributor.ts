import { recordAudit } from "@/features/audit/commands/record-audit";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";

/**
 * Freezes an approved distributor, or lets a frozen one go on. A frozen one gets no new bindings and
 * no commission on new orders; what was promised before stays promised. Who was erased stays frozen.
 * @param input.reason for the distributor to read; not kept when unfreezing
 */
export async function freezeDistributor(
  staff: { merchantId: AuthorizedMerchantId; staffId: string },
  input: { distributorId: string; freeze: boolean; reason: string },
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: "changed_meanwhile" }> {
  const { merchantId, staffId } = staff;
  const { distributorId, freeze, reason } = input;
  return inMerchant(merchantId, async (tx) => {
    const { count } = await tx.distributor.updateMany({
      where: {
        merchantId,
        id: distributorId,
        status: freeze ? "approved" : "frozen",
        customer: { erasedAt: null },
      },
      data: {
        status: freeze ? "frozen" : "approved",
        decidedAt: now,
        decidedBy: staffId,
        decisionReason: freeze ? reason : "",
      },
    });
    if (count === 0) return { ok: false, reason: "changed_meanwhile" };
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "staff", id: staffId },
      action: freeze ? "distributor.freeze" : "distributor.unfreeze",
      objectKind: "distributor",
      objectId: distributorId,
      details: freeze ? { reason } : {},
      now,
    });
    return { ok: true };
  });
}
