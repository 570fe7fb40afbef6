import { recordAudit } from "@/features/audit/commands/record-audit";
import { reserveStock } from "@/features/stock/commands/reserve-stock";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** The stock is taken in the same transaction; a hold needs an end all the same. */
const holdMs = 60_000;

/**
 * A closed order was paid after all: it waits for payment again if every line can be promised once
 * more. Prices, attribution and commission terms stay as they were frozen.
 */
export async function reopenOrder(
  tx: MerchantTx,
  order: { merchantId: string; orderId: string; now: Date },
): Promise<{ ok: true } | { ok: false; reason: "sold_out" }> {
  const { merchantId, orderId, now } = order;
  const lines = await tx.orderLine.findMany({
    where: { merchantId, orderId },
    select: { lineNo: true, skuId: true, quantity: true },
  });
  const expiresAt = new Date(now.getTime() + holdMs);
  const reserved = await reserveStock(tx, { merchantId, orderId, lines, expiresAt });
  if (!reserved.ok) return { ok: false, reason: "sold_out" };
  const { count } = await tx.order.updateMany({
    where: { merchantId, id: orderId, state: "closed" },
    data: { state: "awaiting_payment", closedAt: null, closeReason: "" },
  });
  if (count === 0) throw new Error(`order ${orderId} is not closed, and yet was to be reopened`);
  await recordAudit(tx, {
    merchantId,
    actor: { kind: "wechat" },
    action: "order.reopen",
    objectKind: "order",
    objectId: orderId,
    now,
  });
  return { ok: true };
}
