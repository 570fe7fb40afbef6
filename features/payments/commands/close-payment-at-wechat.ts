import { askWechat } from "@/features/payments/commands/ask-wechat";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";
import { currentWechatCredentials } from "@/lib/wechat/credentials";
import { closeTransaction } from "@/lib/wechat/pay/close-transaction";
import type { PayFailure } from "@/lib/wechat/pay/pay-failure";

/**
 * The outbox job payment.close_at_wechat: nobody shall pay a number whose order is closed. May be
 * repeated. Where WeChat says that it was paid already, the payment is applied, which reopens the order
 * or sends the money back.
 * @returns not ok: try again later
 */
export async function closePaymentAtWechat(
  merchantId: AuthorizedMerchantId,
  paymentId: string,
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: PayFailure | "not_set_up" }> {
  const payment = await inMerchant(merchantId, (tx) =>
    tx.payment.findUnique({
      where: { merchantId_id: { merchantId, id: paymentId } },
      select: { state: true, mchId: true, outTradeNo: true },
    }),
  );
  if (payment?.state !== "created") return { ok: true };
  const credentials = await currentWechatCredentials(merchantId, now);
  // A number of an account that the merchant no longer uses cannot be closed with the new one's key.
  if (credentials?.mchId !== payment.mchId) return { ok: false, reason: "not_set_up" };
  const closed = await closeTransaction(credentials, payment.outTradeNo, now);
  if (closed.ok || closed.reason === "order_closed" || closed.reason === "not_found") {
    await markClosed(merchantId, paymentId, now);
    return { ok: true };
  }
  if (closed.reason !== "already_paid") return closed;
  const asked = await askWechat(merchantId, credentials, payment.outTradeNo, now);
  return asked.ok ? { ok: true } : asked;
}

async function markClosed(
  merchantId: AuthorizedMerchantId,
  paymentId: string,
  now: Date,
): Promise<void> {
  await inMerchant(merchantId, (tx) =>
    tx.payment.updateMany({
      where: { merchantId, id: paymentId, state: "created" },
      data: { state: "closed", closedAt: now },
    }),
  );
}
