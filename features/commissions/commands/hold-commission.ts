import { recordAudit } from "@/features/audit/commands/record-audit";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";

type Staff = { merchantId: AuthorizedMerchantId; staffId: string };

/**
 * Keeps a pending commission from maturing while a risk case is open (money.md 2). The reserve stays.
 * @returns `not_pending` also for an id that this merchant does not have
 */
export async function holdCommission(
  { merchantId, staffId }: Staff,
  { commissionId, reason }: { commissionId: string; reason: string },
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: "not_pending" }> {
  return inMerchant(merchantId, async (tx) => {
    const { count } = await tx.commission.updateMany({
      where: { merchantId, id: commissionId, state: "pending" },
      data: { state: "held", heldReason: reason },
    });
    if (count === 0) return { ok: false, reason: "not_pending" };
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "staff", id: staffId },
      action: "commission.hold",
      objectKind: "commission",
      objectId: commissionId,
      details: { reason },
      now,
    });
    return { ok: true };
  });
}
