import { askedFen } from "@/domain/refunds/judge-refund";
import { leavesNothingToShip } from "@/domain/refunds/leaves-nothing-to-ship";
import { recordAudit } from "@/features/audit/commands/record-audit";
import type { ShipOrderInput } from "@/features/orders/schema";
import { loadRefundableOrder } from "@/features/refunds/queries/load-refundable-order";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";

/**
 * A member of staff hands a paid order to the carrier. Two who do it at once: one is told "not_paid".
 * An order that is being refunded whole is not sent: whoever asks for a refund at the same time waits at
 * the order's row, or this does.
 */
export async function shipOrder(
  staff: { merchantId: AuthorizedMerchantId; staffId: string },
  input: ShipOrderInput,
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: "not_found" | "not_paid" | "refunding" }> {
  const { merchantId, staffId } = staff;
  const { orderNo, carrier, trackingNo } = input;
  return inMerchant(merchantId, async (tx) => {
    await tx.$queryRaw`select id from orders where merchant_id = ${merchantId}::uuid
      and order_no = ${orderNo} for no key update`;
    const order = await loadRefundableOrder(tx, { merchantId, orderNo });
    if (!order) return { ok: false, reason: "not_found" };
    if (!order.isUnshipped) return { ok: false, reason: "not_paid" };
    if (leavesNothingToShip({ ...order, askedFen: askedFen(order) })) {
      return { ok: false, reason: "refunding" };
    }
    const { count } = await tx.order.updateMany({
      where: { merchantId, id: order.orderId, state: "paid" },
      data: { state: "shipped", shippedAt: now, carrier, trackingNo },
    });
    if (count === 0) return { ok: false, reason: "not_paid" };
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "staff", id: staffId },
      action: "order.ship",
      objectKind: "order",
      objectId: order.orderId,
      details: { carrier, trackingNo },
      now,
    });
    return { ok: true };
  });
}
