import type { SandboxAccount } from "../account";
import type { SandboxRequest } from "../http/sandbox-request";
import { newPrepayId } from "../ids";
import type { SandboxContext } from "../sandbox-context";
import { type PrepayRequest, prepayAnswerSchema, prepayRequestSchema } from "../schemas/prepay";
import { findOrder, insertOrder, renewPrepay, type SandboxOrder } from "../store/orders";
import { takeQuota } from "../store/quotas";
import { findUserByOpenid } from "../store/users";
import { canonicalJson } from "./canonical-json";
import { parseBody } from "./parse-body";
import { PayRefusal } from "./pay-refusal";

const PREPAY_LIFE_MS = 2 * 3_600_000;
const ORDER_LIFE_MS = 7 * 86_400_000;
const ORDERS_PER_SECOND = 500;

function checkOwner(context: SandboxContext, account: SandboxAccount, body: PrepayRequest): void {
  if (body.mchid !== account.mchId) {
    throw new PayRefusal("INVALID_REQUEST", "请求头中的商户号与请求体中的mchid不一致");
  }
  if (body.appid !== account.appId) {
    throw new PayRefusal("APPID_MCHID_NOT_MATCH", "appid和mch_id不匹配");
  }
  if (!findUserByOpenid(context.db, account.appId, body.payer.openid)) {
    throw new PayRefusal("PARAM_ERROR", "appid和openid不匹配");
  }
}

function orderExpiry(body: PrepayRequest, nowMs: number): number {
  if (body.time_expire === undefined) return nowMs + ORDER_LIFE_MS;
  const expiresAt = Date.parse(body.time_expire);
  if (expiresAt <= nowMs) throw new PayRefusal("PARAM_ERROR", "time_expire必须晚于当前时间");
  if (expiresAt > nowMs + ORDER_LIFE_MS) {
    throw new PayRefusal("PARAM_ERROR", "time_expire不能超过下单后7天");
  }
  return expiresAt;
}

function repeatPrepay(context: SandboxContext, order: SandboxOrder, request: string): string {
  if (order.state === "SUCCESS" || order.state === "REFUND") {
    throw new PayRefusal("ORDERPAID", "该订单已支付");
  }
  if (order.request !== request) {
    throw new PayRefusal("PARAMETERS_CHANGED", "请求重入时，参数与首次请求时不一致");
  }
  const nowMs = context.now();
  if (order.state === "CLOSED" || order.expires_at <= nowMs) {
    throw new PayRefusal("ORDER_CLOSED", "该订单已关闭");
  }
  if (order.prepay_expires_at > nowMs) return order.prepay_id;
  const prepayId = newPrepayId(context.random, nowMs);
  renewPrepay(context.db, order, prepayId, nowMs + PREPAY_LIFE_MS);
  return prepayId;
}

/** POST /v3/pay/transactions/jsapi: a prepay_id that can be paid for two hours. */
export function createPrepay(
  context: SandboxContext,
  account: SandboxAccount,
  request: SandboxRequest,
) {
  const body = parseBody(prepayRequestSchema, request);
  checkOwner(context, account, body);
  const nowMs = context.now();
  const limit = { appId: account.appId, name: "prepay", limit: ORDERS_PER_SECOND, periodMs: 1000 };
  if (!takeQuota(context.db, limit, nowMs)) {
    throw new PayRefusal("FREQUENCY_LIMITED", "请求频率超限，请降低频率后重试");
  }
  const parameters = canonicalJson(body);
  const known = findOrder(context.db, account.mchId, body.out_trade_no);
  if (known) {
    const prepay_id = repeatPrepay(context, known, parameters);
    return { status: 200, value: prepayAnswerSchema.parse({ prepay_id }) };
  }
  const prepay_id = newPrepayId(context.random, nowMs);
  insertOrder(context.db, {
    mch_id: account.mchId,
    out_trade_no: body.out_trade_no,
    app_id: account.appId,
    openid: body.payer.openid,
    request: parameters,
    prepay_id,
    prepay_expires_at: nowMs + PREPAY_LIFE_MS,
    expires_at: orderExpiry(body, nowMs),
    description: body.description,
    notify_url: body.notify_url,
    attach: body.attach ?? "",
    total: body.amount.total,
    state: "NOTPAY",
    created_at: nowMs,
    transaction_id: null,
    paid_at: null,
  });
  return { status: 200, value: prepayAnswerSchema.parse({ prepay_id }) };
}
