import { canCancel, PURCHASE_STATES } from "@/domain/stock/purchase";
import { recordAudit } from "@/features/audit/commands/record-audit";
import type { Clerk } from "@/features/purchasing/schema";
import { inMerchant } from "@/lib/db/in-merchant";

/** Nothing more comes of a purchase order. What has arrived of it stays in stock at its cost. */
export async function cancelPurchaseOrder(
  staff: Clerk,
  { purchaseOrderId: id }: { purchaseOrderId: string },
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: "ended" }> {
  const { merchantId, staffId } = staff;
  return inMerchant(merchantId, async (tx) => {
    const { count } = await tx.purchaseOrder.updateMany({
      where: { merchantId, id, state: { in: PURCHASE_STATES.filter(canCancel) } },
      data: { state: "cancelled", endedAt: now },
    });
    if (count === 0) return { ok: false, reason: "ended" };
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "staff", id: staffId },
      action: "purchase_order.cancel",
      objectKind: "purchase_order",
      objectId: id,
      now,
    });
    return { ok: true };
  });
}
