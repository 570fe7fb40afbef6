import type { SandboxAccount } from "../account";
import { toBeijingRfc3339 } from "../beijing-time";
import type { SandboxRequest } from "../http/sandbox-request";
import type { SandboxContext } from "../sandbox-context";
import {
  type TransactionAnswer,
  transactionAnswerSchema,
  transactionQuerySchema,
} from "../schemas/transaction";
import { findOrder, findOrderByTransaction, type SandboxOrder } from "../store/orders";
import { parseQuery } from "./parse-body";
import { PayRefusal } from "./pay-refusal";

const STATE_TEXT = {
  SUCCESS: "支付成功",
  REFUND: "订单发生过退款，退款详情请查询退款单",
  NOTPAY: "订单未支付",
  CLOSED: "订单已关闭",
} as const;

/** An unpaid order past its time counts as closed without anybody closing it. */
function stateOf(order: SandboxOrder, nowMs: number): SandboxOrder["state"] {
  return order.state === "NOTPAY" && order.expires_at <= nowMs ? "CLOSED" : order.state;
}

function describeOrder(order: SandboxOrder, nowMs: number): TransactionAnswer {
  const state = stateOf(order, nowMs);
  const paid =
    order.transaction_id !== null && order.paid_at !== null
      ? {
          transaction_id: order.transaction_id,
          trade_type: "JSAPI",
          bank_type: "OTHERS",
          success_time: toBeijingRfc3339(order.paid_at),
          payer: { openid: order.openid },
        }
      : {};
  return transactionAnswerSchema.parse({
    appid: order.app_id,
    mchid: order.mch_id,
    out_trade_no: order.out_trade_no,
    ...paid,
    trade_state: state,
    trade_state_desc: STATE_TEXT[state],
    attach: order.attach,
    amount: {
      total: order.total,
      payer_total: order.paid_at === null ? 0 : order.total,
      currency: "CNY",
      payer_currency: "CNY",
    },
  });
}

function checkMerchant(account: SandboxAccount, request: SandboxRequest): void {
  const { mchid } = parseQuery(transactionQuerySchema, request);
  if (mchid !== account.mchId) {
    throw new PayRefusal("INVALID_REQUEST", "请求头中的商户号与请求参数中的mchid不一致");
  }
}

function answerOrder(context: SandboxContext, order: SandboxOrder | null) {
  // An order number that was closed before it was ever ordered is known to nobody.
  if (!order || order.app_id === "") throw new PayRefusal("ORDER_NOT_EXIST", "订单不存在");
  return { status: 200, value: describeOrder(order, context.now()) };
}

/** GET /v3/pay/transactions/out-trade-no/{out_trade_no}?mchid= */
export function queryByOutTradeNo(
  context: SandboxContext,
  account: SandboxAccount,
  request: SandboxRequest,
) {
  checkMerchant(account, request);
  const order = findOrder(context.db, account.mchId, request.params.out_trade_no ?? "");
  return answerOrder(context, order);
}

/** GET /v3/pay/transactions/id/{transaction_id}?mchid= */
export function queryByTransactionId(
  context: SandboxContext,
  account: SandboxAccount,
  request: SandboxRequest,
) {
  checkMerchant(account, request);
  const transactionId = request.params.transaction_id ?? "";
  return answerOrder(context, findOrderByTransaction(context.db, account.mchId, transactionId));
}
