import type { CustomerScope } from "@/features/customers/schema";
import { closeOrder } from "@/features/orders/commands/close-order";
import { inMerchant } from "@/lib/db/in-merchant";

/** A customer cancels an own order that is not paid yet. Another customer's order is not found. */
export async function cancelOrder(
  scope: Pick<CustomerScope, "merchantId" | "customerId">,
  orderNo: string,
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: "not_found" | "not_open" }> {
  const { merchantId, customerId } = scope;
  return inMerchant(merchantId, async (tx) => {
    const order = await tx.order.findUnique({
      where: { merchantId_orderNo: { merchantId, orderNo }, customerId },
      select: { id: true },
    });
    if (!order) return { ok: false, reason: "not_found" };
    return closeOrder(tx, {
      merchantId,
      orderId: order.id,
      reason: "cancelled_by_customer",
      actor: { kind: "customer", id: customerId },
      now,
    });
  });
}
