import { recordAudit } from "@/features/audit/commands/record-audit";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";

/** A member of staff says no to an application, with the reason that the applicant will read. */
export async function refuseDistributor(
  staff: { merchantId: AuthorizedMerchantId; staffId: string },
  input: { distributorId: string; reason: string },
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: "not_waiting" }> {
  const { merchantId, staffId } = staff;
  const { distributorId, reason } = input;
  return inMerchant(merchantId, async (tx) => {
    const { count } = await tx.distributor.updateMany({
      where: { merchantId, id: distributorId, status: "applied" },
      data: { status: "refused", decidedAt: now, decidedBy: staffId, decisionReason: reason },
    });
    if (count === 0) return { ok: false, reason: "not_waiting" };
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "staff", id: staffId },
      action: "distributor.refuse",
      objectKind: "distributor",
      objectId: distributorId,
      details: { reason },
      now,
    });
    return { ok: true };
  });
}
