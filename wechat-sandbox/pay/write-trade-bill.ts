import { toBeijingDateTime } from "../beijing-time";
import type { BillQuery } from "../schemas/bill";
import type { SandboxOrder } from "../store/orders";
import type { SandboxRefund } from "../store/refunds";
import { yuan } from "../yuan";

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
/** 0.60 %, the usual rate; in units of a hundred-thousandth yuan per fen: 0.006 * 0.01 yuan. */
const FEE_PER_FEN = 6;

export interface BillContent {
  payments: SandboxOrder[];
  refunds: { refund: SandboxRefund; order: SandboxOrder }[];
}

/** The fee for `fen` at 0.60 %, in yuan with five decimals as the bill prints it. */
function feeOf(fen: number, sign: "" | "-" = ""): string {
  const units = fen * FEE_PER_FEN;
  const text = `${Math.floor(units / 100_000)}.${String(units % 100_000).padStart(5, "0")}`;
  return `${units === 0 ? "" : sign}${text}`;
}

/** A comma in a product's name would shift the columns: the bill has no quoting. */
function plain(text: string): string {
  return text.replaceAll(/[,`\r\n]/g, " ");
}

function row(cells: string[]): string {
  return cells.map((cell) => `\`${cell}`).join(",");
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

function paymentRow(order: SandboxOrder, type: BillQuery["bill_type"]): string {
  const common = commonCells(order, order.paid_at ?? 0, "SUCCESS", order.total);
  const goods = [plain(order.description), plain(order.attach), feeOf(order.total), "0.60%"];
  const total = yuan(order.total);
  if (type === "SUCCESS") return row([...common, ...goods, total, ""]);
  return row([...common, "0", "0", "0.00", "0.00", "", "", ...goods, total, "0.00", ""]);
}

function refundRow(
  { refund, order }: BillContent["refunds"][number],
  type: BillQuery["bill_type"],
): string {
  const common = commonCells(order, refund.created_at, "REFUND", 0);
  const settled = refund.settled_at === null ? "" : toBeijingDateTime(refund.settled_at);
  const times = type === "REFUND" ? [toBeijingDateTime(refund.created_at), settled] : [];
  const amount = yuan(refund.refund);
  const part = [refund.refund_id, refund.out_refund_no, amount, "0.00", "ORIGINAL", refund.status];
  const goods = [plain(order.description), plain(order.attach), feeOf(refund.refund, "-"), "0.60%"];
  return row([...common, ...times, ...part, ...goods, "0.00", amount, ""]);
}

/**
 * The trade bill as a text file: a header, a row per payment and refund with a back-tick before
 * each cell, and a summary. Amounts in yuan, unlike the API's fen. `bom` puts the byte-order mark
 * in front that some of WeChat's bills have.
 */
export function writeTradeBill(
  content: BillContent,
  type: BillQuery["bill_type"],
  bom: boolean,
): string {
  const payments = type === "REFUND" ? [] : content.payments;
  const refunds = type === "SUCCESS" ? [] : content.refunds;
  const paidFen = payments.reduce((sum, order) => sum + order.total, 0);
  const refundedFen = refunds.reduce((sum, { refund }) => sum + refund.refund, 0);
  const feeFen = paidFen - refundedFen;
  const summary = [
    String(payments.length + refunds.length),
    yuan(paidFen),
    yuan(refundedFen),
    "0.00",
    feeOf(Math.abs(feeFen), feeFen < 0 ? "-" : ""),
    yuan(paidFen),
    yuan(refundedFen),
  ];
  const lines = [
    HEADERS[type],
    ...payments.map((order) => paymentRow(order, type)),
    ...refunds.map((refund) => refundRow(refund, type)),
    SUMMARY,
    row(summary),
  ];
  return `${bom ? "\uFEFF" : ""}${lines.map((line) => `${line}\r\n`).join("")}`;
}
