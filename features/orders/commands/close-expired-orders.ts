import { closeOrder } from "@/features/orders/commands/close-order";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";

/**
 * Closes orders whose payment is overdue, the oldest first, each in a transaction of its own.
 * @returns how many were closed; `limit` of them means that there may be more
 */
export async function closeExpiredOrders(
  merchantId: AuthorizedMerchantId,
  run: { now: Date; limit: number },
): Promise<{ closed: number }> {
  const { now, limit } = run;
  const due = await inMerchant(merchantId, (tx) =>
    tx.order.findMany({
      where: { merchantId, state: "awaiting_payment", paymentDueAt: { lte: now } },
      orderBy: { createdAt: "asc" },
      take: limit,
      select: { id: true },
    }),
  );
  let closed = 0;
  for (const { id } of due) {
    const result = await inMerchant(merchantId, (tx) =>
      closeOrder(tx, {
        merchantId,
        orderId: id,
        reason: "payment_overdue",
        actor: { kind: "system" },
        now,
      }),
    );
    if (result.ok) closed += 1;
  }
  return { closed };
}
