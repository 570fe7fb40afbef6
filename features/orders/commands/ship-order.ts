import { recordAudit } from "@/features/audit/commands/record-audit";
import type { ShipOrderInput } from "@/features/orders/schema";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";

/** A member of staff hands a paid order to the carrier. Two who do it at once: one is told "not_paid". */
export async function shipOrder(
  staff: { merchantId: AuthorizedMerchantId; staffId: string },
  input: ShipOrderInput,
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: "not_found" | "not_paid" }> {
  const { merchantId, staffId } = staff;
  const { orderNo, carrier, trackingNo } = input;
  return inMerchant(merchantId, async (tx) => {
    const order = await tx.order.findUnique({
      where: { merchantId_orderNo: { merchantId, orderNo } },
      select: { id: true },
    });
    if (!order) return { ok: false, reason: "not_found" };
    const { count } = await tx.order.updateMany({
      where: { merchantId, id: order.id, state: "paid" },
      data: { state: "shipped", shippedAt: now, carrier, trackingNo },
    });
    if (count === 0) return { ok: false, reason: "not_paid" };
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "staff", id: staffId },
      action: "order.ship",
      objectKind: "order",
      objectId: order.id,
      details: { carrier, trackingNo },
      now,
    });
    return { ok: true };
  });
}
