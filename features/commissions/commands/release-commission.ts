import { recordAudit } from "@/features/audit/commands/record-audit";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";

type Staff = { merchantId: AuthorizedMerchantId; staffId: string };

/**
 * The risk case came to nothing: the commission is pending again and settles with the next run if
 * its hold period ended meanwhile.
 * @param reason goes into the audit trail
 * @returns `not_held` also for an id that this merchant does not have
 */
export async function releaseCommission(
  { merchantId, staffId }: Staff,
  { commissionId, reason = "" }: { commissionId: string; reason?: string },
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: "not_held" }> {
  return inMerchant(merchantId, async (tx) => {
    const { count } = await tx.commission.updateMany({
      where: { merchantId, id: commissionId, state: "held" },
      data: { state: "pending", heldReason: "" },
    });
    if (count === 0) return { ok: false, reason: "not_held" };
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "staff", id: staffId },
      action: "commission.release",
      objectKind: "commission",
      objectId: commissionId,
      details: { reason },
      now,
    });
    return { ok: true };
  });
}
