import { recordAudit } from "@/features/audit/commands/record-audit";
import type { Clerk } from "@/features/purchasing/schema";
import { inMerchant } from "@/lib/db/in-merchant";

/**
 * A draft goes to the supplier: from now on its lines stand fast and goods can arrive. Guarded by the
 * version that was seen: a draft that somebody changed meanwhile is not ordered unread.
 */
export async function placePurchaseOrder(
  staff: Clerk,
  seen: { purchaseOrderId: string; version: number },
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: "changed" }> {
  const { merchantId, staffId } = staff;
  const { purchaseOrderId: id, version } = seen;
  return inMerchant(merchantId, async (tx) => {
    const { count } = await tx.purchaseOrder.updateMany({
      where: { merchantId, id, state: "draft", version },
      data: { state: "ordered", orderedAt: now },
    });
    if (count === 0) return { ok: false, reason: "changed" };
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "staff", id: staffId },
      action: "purchase_order.place",
      objectKind: "purchase_order",
      objectId: id,
      now,
    });
    return { ok: true };
  });
}
