import type { OrderState } from "@/domain/orders/order-state";
import type { CustomerScope } from "@/features/customers/schema";
import { askWechat } from "@/features/payments/commands/ask-wechat";
import { inMerchant } from "@/lib/db/in-merchant";
import { currentWechatCredentials } from "@/lib/wechat/credentials";

/** A page that waits may ask every second; WeChat is asked less often. */
const askAgainAfterMs = 2_000;

type Scope = Pick<CustomerScope, "merchantId" | "customerId">;

/**
 * For the page that the customer comes back to from the payment sheet, whose "ok" proves nothing: asks
 * WeChat about the own order's number where no notification has come yet, and answers with the state
 * of the order. No connection is held while WeChat is asked.
 */
export async function checkPayment(
  scope: Scope,
  input: { orderNo: string },
  at: { now: Date },
): Promise<{ ok: true; state: OrderState } | { ok: false; reason: "not_found" }> {
  const { merchantId } = scope;
  const { now } = at;
  const outTradeNo = await claimQuestion(scope, input.orderNo, now);
  const credentials = outTradeNo ? await currentWechatCredentials(merchantId, now) : null;
  if (outTradeNo && credentials) await askWechat(merchantId, credentials, outTradeNo, now);
  const order = await inMerchant(merchantId, (tx) =>
    tx.order.findUnique({
      where: {
        merchantId_orderNo: { merchantId, orderNo: input.orderNo },
        customerId: scope.customerId,
      },
      select: { state: true },
    }),
  );
  return order ? { ok: true, state: order.state } : { ok: false, reason: "not_found" };
}

/** The number to ask about, for one of those who ask at the same time; null when there is nothing to ask. */
async function claimQuestion(scope: Scope, orderNo: string, now: Date): Promise<string | null> {
  const { merchantId, customerId } = scope;
  const before = new Date(now.getTime() - askAgainAfterMs);
  const [claimed] = await inMerchant(
    merchantId,
    (tx) => tx.$queryRaw<{ outTradeNo: string }[]>`
      update payment p set polled_at = ${now}
      from orders o
      where o.merchant_id = ${merchantId}::uuid and o.order_no = ${orderNo}
        and o.customer_id = ${customerId}::uuid and o.state = 'awaiting_payment'
        and p.merchant_id = o.merchant_id and p.order_id = o.id
        and p.state = 'created' and p.prepay_id <> ''
        and (p.polled_at is null or p.polled_at <= ${before})
      returning p.out_trade_no as "outTradeNo"`,
  );
  return claimed?.outTradeNo ?? null;
}
