import { type AuditActor, recordAudit } from "@/features/audit/commands/record-audit";
import { startCommissionHold } from "@/features/commissions/commands/start-commission-hold";
import type { MerchantTx } from "@/lib/db/in-merchant";

/**
 * The goods have arrived: from this moment the hold period of the commissions runs (money.md 2).
 * The guard is in the WHERE: an order is received once, by the customer or by the calendar.
 */
export async function receiveOrder(
  tx: MerchantTx,
  order: { merchantId: string; orderId: string; actor: AuditActor; now: Date },
): Promise<{ ok: true } | { ok: false; reason: "not_shipped" }> {
  const { merchantId, orderId, actor, now } = order;
  const { count } = await tx.order.updateMany({
    where: { merchantId, id: orderId, state: "shipped" },
    data: { state: "received", receivedAt: now },
  });
  if (count === 0) return { ok: false, reason: "not_shipped" };
  await startCommissionHold(tx, { merchantId, orderId, receivedAt: now });
  await recordAudit(tx, {
    merchantId,
    actor,
    action: "order.receive",
    objectKind: "order",
    objectId: orderId,
    now,
  });
  return { ok: true };
}
