import type { CustomerScope } from "@/features/customers/schema";
import { receiveOrder } from "@/features/orders/commands/receive-order";
import { inMerchant } from "@/lib/db/in-merchant";

/** A customer says that the goods of an own order have arrived. Another customer's order is not found. */
export async function confirmReceipt(
  scope: Pick<CustomerScope, "merchantId" | "customerId">,
  orderNo: string,
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: "not_found" | "not_shipped" }> {
  const { merchantId, customerId } = scope;
  return inMerchant(merchantId, async (tx) => {
    const order = await tx.order.findUnique({
      where: { merchantId_orderNo: { merchantId, orderNo }, customerId },
      select: { id: true },
    });
    if (!order) return { ok: false, reason: "not_found" };
    const actor = { kind: "customer" as const, id: customerId };
    return receiveOrder(tx, { merchantId, orderId: order.id, actor, now });
  });
}
