import { buildPaymentResource } from "../build-resource";
import { newTransactionId } from "../ids";
import { enqueueNotification } from "../notifications/enqueue-notification";
import type { SandboxContext } from "../sandbox-context";
import { findOrderByPrepay, markOrderPaid, type SandboxOrder } from "../store/orders";
import { findUserByOpenid } from "../store/users";

export type PayOutcome =
  | { ok: true; transactionId: string; notificationId: string }
  | {
      ok: false;
      reason: "unknown_prepay" | "expired" | "paid" | "closed" | "other_user";
    };

/** Why `userId` cannot pay this order now; null when nothing stands in the way. */
export function payObstacle(
  context: SandboxContext,
  order: SandboxOrder,
  userId: string,
): Exclude<PayOutcome, { ok: true }>["reason"] | null {
  const nowMs = context.now();
  if (order.state === "SUCCESS" || order.state === "REFUND") return "paid";
  if (order.state === "CLOSED" || order.expires_at <= nowMs) return "closed";
  if (order.prepay_expires_at <= nowMs) return "expired";
  const payer = findUserByOpenid(context.db, order.app_id, order.openid);
  return payer?.id === userId ? null : "other_user";
}

/** The user enters the password: the order is paid and the merchant's notification goes out. */
export function payOrder(context: SandboxContext, prepayId: string, userId: string): PayOutcome {
  const order = findOrderByPrepay(context.db, prepayId);
  if (!order) return { ok: false, reason: "unknown_prepay" };
  const obstacle = payObstacle(context, order, userId);
  if (obstacle) return { ok: false, reason: obstacle };
  const paidAtMs = context.now();
  const transactionId = newTransactionId(context.random, paidAtMs);
  if (!markOrderPaid(context.db, order, transactionId, paidAtMs)) {
    return { ok: false, reason: "paid" };
  }
  const notificationId = enqueueNotification(context, {
    appId: order.app_id,
    url: order.notify_url,
    resource: buildPaymentResource({
      appId: order.app_id,
      mchId: order.mch_id,
      outTradeNo: order.out_trade_no,
      transactionId,
      openid: order.openid,
      totalFen: order.total,
      paidAtMs,
      attach: order.attach,
    }),
  });
  return { ok: true, transactionId, notificationId };
}
