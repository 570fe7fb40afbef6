import type { SandboxAccount } from "../account";
import type { SandboxRequest } from "../http/sandbox-request";
import { newPrepayId } from "../ids";
import type { SandboxContext } from "../sandbox-context";
import { outTradeNoSchema } from "../schemas/pay-fields";
import { closeRequestSchema } from "../schemas/transaction";
import { closeOrderRow, findOrder, insertOrder } from "../store/orders";
import { parseBody, parseInput } from "./parse-body";
import { PayRefusal } from "./pay-refusal";

/**
 * WeChat answers 204 to closing a number it has never seen, and the number is used up: ordering
 * with it afterwards is refused as a change of parameters.
 */
function useUpNumber(context: SandboxContext, account: SandboxAccount, outTradeNo: string): void {
  const nowMs = context.now();
  insertOrder(context.db, {
    mch_id: account.mchId,
    out_trade_no: outTradeNo,
    app_id: "",
    openid: "",
    request: "",
    prepay_id: newPrepayId(context.random, nowMs),
    prepay_expires_at: nowMs,
    expires_at: nowMs,
    description: "",
    notify_url: "",
    attach: "",
    total: 1,
    state: "CLOSED",
    created_at: nowMs,
    transaction_id: null,
    paid_at: null,
  });
}

/** POST /v3/pay/transactions/out-trade-no/{out_trade_no}/close: 204, also when repeated. */
export function closeOrder(
  context: SandboxContext,
  account: SandboxAccount,
  request: SandboxRequest,
) {
  const { mchid } = parseBody(closeRequestSchema, request);
  if (mchid !== account.mchId) {
    throw new PayRefusal("INVALID_REQUEST", "请求头中的商户号与请求体中的mchid不一致");
  }
  const outTradeNo = parseInput(outTradeNoSchema, "body", request.params.out_trade_no);
  const order = findOrder(context.db, account.mchId, outTradeNo);
  if (!order) useUpNumber(context, account, outTradeNo);
  else if (order.state === "NOTPAY") closeOrderRow(context.db, order.mch_id, order.out_trade_no);
  else if (order.state !== "CLOSED") throw new PayRefusal("ORDERPAID", "该订单已支付");
  return { status: 204 };
}
