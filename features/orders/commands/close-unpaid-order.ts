import { closeOrder } from "@/features/orders/commands/close-order";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";

/** A member of staff closes an order that nobody has paid. Another merchant's number is not found. */
export async function closeUnpaidOrder(
  staff: { merchantId: AuthorizedMerchantId; staffId: string },
  orderNo: string,
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: "not_found" | "not_open" }> {
  const { merchantId, staffId } = staff;
  return inMerchant(merchantId, async (tx) => {
    const order = await tx.order.findUnique({
      where: { merchantId_orderNo: { merchantId, orderNo } },
      select: { id: true },
    });
    if (!order) return { ok: false, reason: "not_found" };
    return closeOrder(tx, {
      merchantId,
      orderId: order.id,
      reason: "cancelled_by_staff",
      actor: { kind: "staff", id: staffId },
      now,
    });
  });
}
