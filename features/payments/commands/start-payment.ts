import type { CustomerScope } from "@/features/customers/schema";
import { askWechat } from "@/features/payments/commands/ask-wechat";
import { closePaymentAtWechat } from "@/features/payments/commands/close-payment-at-wechat";
import { openNumber } from "@/features/payments/commands/open-number";
import { type PayableOrder, sendPrepay } from "@/features/payments/commands/send-prepay";
import { findOpenPayment, type OpenPayment } from "@/features/payments/queries/find-open-payment";
import type { StartPaymentResult } from "@/features/payments/schema";
import { inMerchant } from "@/lib/db/in-merchant";
import { currentWechatCredentials, type WechatCredentials } from "@/lib/wechat/credentials";
import { buildJsapiParams } from "@/lib/wechat/pay/jsapi-params";
import type { PayFailure } from "@/lib/wechat/pay/pay-failure";

type Scope = Pick<CustomerScope, "merchantId" | "customerId">;
type Refusal = Extract<StartPaymentResult, { ok: false }>;

/** A number that WeChat will not take any more is replaced once. */
const maxNumbersPerCall = 2;

/**
 * Begins or goes on with the payment of an own order and returns what the browser's payment sheet needs.
 * The number was stored before it is sent, the amount is the order's and never changes, and a second
 * tap gets the prepay id of the first. No connection is held while WeChat is asked.
 */
export async function startPayment(
  scope: Scope,
  input: { orderNo: string },
  at: { now: Date },
): Promise<StartPaymentResult> {
  const { now } = at;
  const credentials = await currentWechatCredentials(scope.merchantId, now);
  if (!credentials) return { ok: false, reason: "not_set_up" };
  for (let numbers = 0; numbers < maxNumbersPerCall; numbers += 1) {
    const found = await load(scope, input.orderNo, credentials, now);
    const order = readyToPay(found, now);
    if (!order.ok) return order;
    const result = await tryNumber(scope, credentials, order.order, now);
    if (result !== "used_up") return result;
  }
  return { ok: false, reason: "try_again" };
}

/** The order with an open number: the one it was placed with, or a new one where that was used up. */
async function load(
  scope: Scope,
  orderNo: string,
  credentials: WechatCredentials,
  now: Date,
): Promise<OpenPayment | null> {
  const { merchantId, customerId } = scope;
  const { appId, mchId } = credentials;
  const question = { merchantId, customerId, orderNo, appId, mchId };
  return inMerchant(merchantId, async (tx) => {
    const order = await findOpenPayment(tx, question);
    if (order?.orderState !== "awaiting_payment" || order.payment) return order;
    await openNumber(tx, { merchantId, appId, mchId, orderNo, ...order, now });
    return findOpenPayment(tx, question);
  });
}

function readyToPay(
  found: OpenPayment | null,
  now: Date,
): { ok: true; order: PayableOrder } | Refusal {
  if (!found) return { ok: false, reason: "not_found" };
  if (found.orderState === "closed") return { ok: false, reason: "order_closed" };
  if (found.orderState !== "awaiting_payment") return { ok: false, reason: "already_paid" };
  if (found.paymentDueAt <= now) return { ok: false, reason: "payment_overdue" };
  const { payment, primaryHost, openId, ...order } = found;
  if (!payment || !primaryHost) return { ok: false, reason: "not_set_up" };
  const payerOpenId = payment.payerOpenId || openId;
  if (!payerOpenId) return { ok: false, reason: "not_signed_in_with_wechat" };
  return { ok: true, order: { ...order, payment, payerOpenId, primaryHost } };
}

async function tryNumber(
  { merchantId }: Scope,
  credentials: WechatCredentials,
  order: PayableOrder,
  now: Date,
): Promise<StartPaymentResult | "used_up"> {
  const { paymentId, outTradeNo } = order.payment;
  const answer = await sendPrepay(merchantId, credentials, order, now);
  if (answer.ok) {
    return { ok: true, params: buildJsapiParams(credentials, answer.prepayId, now) };
  }
  if (answer.reason === "already_paid") {
    await askWechat(merchantId, credentials, outTradeNo, now);
    return { ok: false, reason: "already_paid" };
  }
  if (answer.reason === "parameters_changed" || answer.reason === "order_closed") {
    // Only a number that WeChat has surely closed may be followed by another.
    const closed = await closePaymentAtWechat(merchantId, paymentId, now);
    return closed.ok ? "used_up" : { ok: false, reason: "try_again" };
  }
  return { ok: false, reason: isPassing(answer.reason) ? "try_again" : "refused_by_wechat" };
}

/** Nobody can tell what happened, or it was too much at once: the same number may be sent again. */
function isPassing(reason: PayFailure | "taken_back"): boolean {
  return reason === "unknown" || reason === "rate_limited" || reason === "taken_back";
}
