import { toBeijingDateTime } from "../beijing-time";
import type { BillQuery } from "../schemas/bill";
import type { SandboxOrder } from "../store/orders";
import type { SandboxRefund } from "../store/refunds";
import { yuan } from "../yuan";
import { writeBillTable } from "./bill-table";
import { feeOfPayment, feeOfRefund } from "./payment-fee";

const COMMON =
  "交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额";
const REFUND_TIMES = "退款申请时间,退款成功时间";
const REFUND_PART = "微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态";
const TAIL = "商品名称,商户数据包,手续费,费率,订单金额";
const HEADERS: Record<BillQuery["bill_type"], string> = {
  ALL: `${COMMON},${REFUND_PART},${TAIL},申请退款金额,费率备注`,
  SUCCESS: `${COMMON},${TAIL},费率备注`,
  REFUND: `${COMMON},${REFUND_TIMES},${REFUND_PART},${TAIL},申请退款金额,费率备注`,
};
const SUMMARY =
  "总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额";
const RATE = "0.60%";

interface BilledRefund {
  refund: SandboxRefund;
  order: SandboxOrder;
  /** Fen of the same order that earlier refunds had given back. */
  refundedBeforeFen: number;
}

export interface TradeBillContent {
  payments: SandboxOrder[];
  refunds: BilledRefund[];
}

/** Fees stand with five decimals in the bill, though they are whole fen. */
function fee(fen: number): string {
  return `${yuan(fen)}000`;
}

function refundFee({ refund, order, refundedBeforeFen }: BilledRefund): number {
  // A difference, so that nothing given back is 0 and not -0.
  return 0 - feeOfRefund(order.total, refundedBeforeFen, refund.refund);
}

function commonCells(
  order: SandboxOrder,
  atMs: number,
  state: string,
  settledFen: number,
): string[] {
  const { app_id, mch_id, transaction_id, out_trade_no, openid } = order;
  const numbers = [transaction_id ?? "", out_trade_no, openid];
  const place = [toBeijingDateTime(atMs), app_id, mch_id, "0", ""];
  return [...place, ...numbers, "JSAPI", state, "OTHERS", "CNY", yuan(settledFen), "0.00"];
}

function paymentRow(order: SandboxOrder, type: BillQuery["bill_type"]): string[] {
  const common = commonCells(order, order.paid_at ?? 0, "SUCCESS", order.total);
  const goods = [order.description, order.attach, fee(feeOfPayment(order.total)), RATE];
  const total = yuan(order.total);
  if (type === "SUCCESS") return [...common, ...goods, total, ""];
  return [...common, "0", "0", "0.00", "0.00", "", "", ...goods, total, "0.00", ""];
}

function refundRow(billed: BilledRefund, type: BillQuery["bill_type"]): string[] {
  const { refund, order } = billed;
  const common = commonCells(order, refund.created_at, "REFUND", 0);
  const settled = refund.settled_at === null ? "" : toBeijingDateTime(refund.settled_at);
  const times = type === "REFUND" ? [toBeijingDateTime(refund.created_at), settled] : [];
  const amount = yuan(refund.refund);
  const part = [refund.refund_id, refund.out_refund_no, amount, "0.00", "ORIGINAL", refund.status];
  const goods = [order.description, order.attach, fee(refundFee(billed)), RATE];
  return [...common, ...times, ...part, ...goods, "0.00", amount, ""];
}

function sumOf<Item>(items: Item[], amountOf: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + amountOf(item), 0);
}

/**
 * The trade bill as a text file: a header, a row per payment and refund with a back-tick before
 * each cell, and a summary. Amounts in yuan, unlike the API's fen; the fee is WeChat's 0.60 %.
 */
export function writeTradeBill(content: TradeBillContent, type: BillQuery["bill_type"]): string {
  const payments = type === "REFUND" ? [] : content.payments;
  const refunds = type === "SUCCESS" ? [] : content.refunds;
  const paidFen = sumOf(payments, (order) => order.total);
  const refundedFen = sumOf(refunds, ({ refund }) => refund.refund);
  const feeFen = sumOf(payments, (order) => feeOfPayment(order.total)) + sumOf(refunds, refundFee);
  return writeBillTable({
    columns: HEADERS[type],
    rows: [
      ...payments.map((order) => paymentRow(order, type)),
      ...refunds.map((billed) => refundRow(billed, type)),
    ],
    tailColumns: SUMMARY,
    tail: [
      String(payments.length + refunds.length),
      yuan(paidFen),
      yuan(refundedFen),
      "0.00",
      fee(feeFen),
      yuan(paidFen),
      yuan(refundedFen),
    ],
  });
}
