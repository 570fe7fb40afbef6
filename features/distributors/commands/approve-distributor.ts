import { recordAudit } from "@/features/audit/commands/record-audit";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";

/**
 * A member of staff says yes to an application. An application that somebody else has answered
 * meanwhile is not_waiting, like another merchant's.
 */
export async function approveDistributor(
  staff: { merchantId: AuthorizedMerchantId; staffId: string },
  distributorId: string,
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: "not_waiting" }> {
  const { merchantId, staffId } = staff;
  return inMerchant(merchantId, async (tx) => {
    const { count } = await tx.distributor.updateMany({
      where: { merchantId, id: distributorId, status: "applied" },
      data: { status: "approved", decidedAt: now, decidedBy: staffId, decisionReason: "" },
    });
    if (count === 0) return { ok: false, reason: "not_waiting" };
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "staff", id: staffId },
      action: "distributor.approve",
      objectKind: "distributor",
      objectId: distributorId,
      now,
    });
    return { ok: true };
  });
}
