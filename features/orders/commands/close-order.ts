import { type AuditActor, recordAudit } from "@/features/audit/commands/record-audit";
import { releaseStock } from "@/features/stock/commands/release-stock";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { enqueue } from "@/lib/jobs/enqueue";

/** Why an order ended unpaid; the screens have a sentence for each. */
export type CloseReason = "payment_overdue" | "cancelled_by_customer" | "cancelled_by_staff";

/**
 * Closes an order that nobody has paid: its stock is free again, and the worker closes its numbers at
 * WeChat. The old state stands in the WHERE: an order that was paid meanwhile stays paid.
 */
export async function closeOrder(
  tx: MerchantTx,
  order: {
    merchantId: string;
    orderId: string;
    reason: CloseReason;
    actor: AuditActor;
    now: Date;
  },
): Promise<{ ok: true } | { ok: false; reason: "not_open" }> {
  const { merchantId, orderId, reason, actor, now } = order;
  const { count } = await tx.order.updateMany({
    where: { merchantId, id: orderId, state: "awaiting_payment" },
    data: { state: "closed", closedAt: now, closeReason: reason },
  });
  if (count === 0) return { ok: false, reason: "not_open" };
  await releaseStock(tx, { merchantId, orderId });
  const payments = await tx.payment.findMany({
    where: { merchantId, orderId, state: "created" },
    select: { id: true },
  });
  for (const { id } of payments) {
    await enqueue(tx, {
      merchantId,
      topic: "payment.close_at_wechat",
      dedupeKey: id,
      payload: { paymentId: id },
      now,
    });
  }
  await recordAudit(tx, {
    merchantId,
    actor,
    action: "order.close",
    objectKind: "order",
    objectId: orderId,
    details: { reason },
    now,
  });
  return { ok: true };
}
