import type { z } from "zod";
import type { SandboxAccount } from "../account";
import type { SandboxRequest } from "../http/sandbox-request";
import { newRefundId } from "../ids";
import type { SandboxContext } from "../sandbox-context";
import { refundRequestSchema } from "../schemas/refund";
import {
  findOrder,
  findOrderByTransaction,
  markOrderRefunded,
  type SandboxOrder,
} from "../store/orders";
import { findRefund, insertRefund, type SandboxRefund, summarizeRefunds } from "../store/refunds";
import { canonicalJson } from "./canonical-json";
import { parseBody } from "./parse-body";
import { PayRefusal } from "./pay-refusal";
import { answerRefund } from "./refund-answer";

const YEAR_MS = 365 * 86_400_000;
const MAX_REFUNDS = 50;
/** To the balance money comes back within minutes; one is taken, divided by the time scale. */
const SETTLEMENT_MS = 60_000;

type RefundRequest = z.infer<typeof refundRequestSchema>;

function findPaidOrder(
  context: SandboxContext,
  account: SandboxAccount,
  body: RefundRequest,
): SandboxOrder & { transaction_id: string; paid_at: number } {
  const order =
    body.transaction_id === undefined
      ? findOrder(context.db, account.mchId, body.out_trade_no ?? "")
      : findOrderByTransaction(context.db, account.mchId, body.transaction_id);
  if (!order || order.app_id === "") throw new PayRefusal("RESOURCE_NOT_EXISTS", "订单不存在");
  const { transaction_id, paid_at } = order;
  if (transaction_id === null || paid_at === null) {
    throw new PayRefusal("INVALID_REQUEST", "订单未支付，不可退款");
  }
  return { ...order, transaction_id, paid_at };
}

function checkAmounts(
  context: SandboxContext,
  order: SandboxOrder & { paid_at: number },
  body: RefundRequest,
): void {
  if (context.now() - order.paid_at > YEAR_MS) {
    throw new PayRefusal("INVALID_REQUEST", "订单已超过可退款的最大期限");
  }
  if (body.amount.total !== order.total) {
    throw new PayRefusal("INVALID_REQUEST", "订单金额或退款金额与之前请求不一致，请核实后再试");
  }
  const { count, refundedFen } = summarizeRefunds(context.db, order.mch_id, order.out_trade_no);
  if (count >= MAX_REFUNDS) throw new PayRefusal("INVALID_REQUEST", "部分退款次数超过限制");
  if (refundedFen >= order.total) throw new PayRefusal("INVALID_REQUEST", "订单已全额退款");
  if (refundedFen + body.amount.refund > order.total) {
    throw new PayRefusal("INVALID_REQUEST", "申请退款金额大于订单可退金额");
  }
  const fromFen = body.amount.from?.reduce((sum, part) => sum + part.amount, 0);
  if (fromFen !== undefined && fromFen !== body.amount.refund) {
    throw new PayRefusal("PARAM_ERROR", "退款出资金额之和与退款金额不一致");
  }
}

function finalStatus(context: SandboxContext): SandboxRefund["final_status"] {
  const kinds = context.faults.take(["refund_settlement"]).map((fault) => fault.kind);
  if (kinds.includes("NOT_ENOUGH")) {
    throw new PayRefusal("NOT_ENOUGH", "基本账户余额不足，请充值后重新发起");
  }
  if (kinds.includes("USER_ACCOUNT_ABNORMAL")) {
    throw new PayRefusal("USER_ACCOUNT_ABNORMAL", "用户账户异常或已注销，不能原路退回");
  }
  return kinds.find((kind) => kind === "ABNORMAL" || kind === "CLOSED") ?? "SUCCESS";
}

/**
 * POST /v3/refund/domestic/refunds: PROCESSING at first, settled later. The same out_refund_no with
 * the same parameters answers the refund that exists. Rule: wechat.md 4.6.
 */
export function createRefund(
  context: SandboxContext,
  account: SandboxAccount,
  request: SandboxRequest,
) {
  const body = parseBody(refundRequestSchema, request);
  const parameters = canonicalJson(body);
  const known = findRefund(context.db, account.mchId, body.out_refund_no);
  if (known) {
    if (known.request !== parameters) {
      throw new PayRefusal(
        "PARAMETERS_CHANGED",
        "订单金额或退款金额与之前请求不一致，请核实后再试",
      );
    }
    return { status: 200, value: answerRefund(known) };
  }
  const order = findPaidOrder(context, account, body);
  checkAmounts(context, order, body);
  const nowMs = context.now();
  const refund: SandboxRefund = {
    mch_id: account.mchId,
    out_refund_no: body.out_refund_no,
    refund_id: newRefundId(context.random, nowMs),
    out_trade_no: order.out_trade_no,
    transaction_id: order.transaction_id,
    request: parameters,
    notify_url: body.notify_url ?? null,
    total: order.total,
    refund: body.amount.refund,
    status: "PROCESSING",
    final_status: finalStatus(context),
    created_at: nowMs,
    settles_at: Math.round(nowMs + SETTLEMENT_MS / context.timeScale),
    settled_at: null,
  };
  insertRefund(context.db, refund);
  markOrderRefunded(context.db, order.mch_id, order.out_trade_no);
  context.wake();
  return { status: 200, value: answerRefund(refund) };
}

/** GET /v3/refund/domestic/refunds/{out_refund_no} */
export function queryRefund(
  context: SandboxContext,
  account: SandboxAccount,
  request: SandboxRequest,
) {
  const refund = findRefund(context.db, account.mchId, request.params.out_refund_no ?? "");
  if (!refund) throw new PayRefusal("RESOURCE_NOT_EXISTS", "退款单不存在");
  return { status: 200, value: answerRefund(refund) };
}
