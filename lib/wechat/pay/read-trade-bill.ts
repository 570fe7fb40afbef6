import { sumFen } from "@/domain/money/fen";
import type { BillFault } from "@/lib/wechat/pay/bill-fault";
import type { BillLine, ReadBill } from "@/lib/wechat/pay/bill-line";
import {
  type MilliFen,
  readBillFen,
  readBillMilliFen,
  roundMilliFen,
} from "@/lib/wechat/pay/read-bill-milli-fen";
import { type BillCells, type BillLayout, readBillTable } from "@/lib/wechat/pay/read-bill-table";
import { readBillTime } from "@/lib/wechat/pay/read-bill-time";

const layout: BillLayout = {
  columns:
    "交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注".split(
      ",",
    ),
  tailColumns:
    "总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额".split(
      ",",
    ),
};

/** What WeChat says of a refund that has not given the money back; every other word is taken for done, and checked. */
const UNDONE: ReadonlySet<string> = new Set(["PROCESSING", "ABNORMAL", "FAIL", "CLOSED"]);

type TradeRow = { line: BillLine; feeMilliFen: MilliFen };

/**
 * The trade bill of one account and day (type ALL): payments by what the order cost, refunds by what
 * was asked for, so both are the amounts that we know, whatever coupons of WeChat's did to them.
 * The tail must name the number of rows and their sums to the fen, fees to the thousandth of one.
 */
export function readTradeBill(
  bytes: Uint8Array,
  expected: { mchId: string; day: string },
): ReadBill {
  const rows: TradeRow[] = [];
  const table = readBillTable(bytes, layout, (cell, lineNo) => {
    const row = readRow(cell, lineNo, expected);
    if (typeof row === "string") return row;
    rows.push(row);
    return null;
  });
  if (!table.ok) return table;
  const { tail, rowCount } = table;
  const lines = rows.map(({ line }) => line);
  const ordersFen = sumOf(lines, "payment");
  const refundsFen = sumOf(lines, "refund");
  const feesMilliFen = sumFen(rows.map(({ feeMilliFen }) => feeMilliFen));
  const adds =
    tail("总交易单数") === String(rowCount) &&
    readBillFen(tail("订单总金额")) === ordersFen &&
    readBillFen(tail("申请退款总金额")) === refundsFen &&
    readBillMilliFen(tail("手续费总金额")) === feesMilliFen;
  if (!adds) return { ok: false, reason: "wrong_totals", lineNo: rowCount + 3 };
  const totals = {
    ordersFen: ordersFen.toString(),
    refundsFen: refundsFen.toString(),
    feesFen: sumFen(lines.map(({ feeFen }) => feeFen)).toString(),
  };
  return { ok: true, lines, totals };
}

function readRow(
  cell: BillCells,
  lineNo: number,
  expected: { mchId: string; day: string },
): TradeRow | BillFault {
  const time = readBillTime(cell("交易时间"));
  const feeMilliFen = readBillMilliFen(cell("手续费"));
  if (time === null) return "bad_row";
  if (time.day !== expected.day) return "another_day";
  if (cell("商户号") !== expected.mchId) return "another_account";
  if (cell("货币种类") !== "CNY") return "another_currency";
  if (feeMilliFen === null) return "bad_amount";
  const what = readWhat(cell);
  if (typeof what === "string") return what;
  const feeFen = roundMilliFen(feeMilliFen);
  // WeChat charges for payments and gives back with refunds, never the other way round.
  if (what.lineKind === "payment" ? feeFen < 0n : feeFen > 0n) return "bad_amount";
  return { line: { lineNo, ...what, feeFen, at: time.at }, feeMilliFen };
}

function readWhat(
  cell: BillCells,
): Pick<BillLine, "lineKind" | "reference" | "wechatNo" | "amountFen" | "isDone"> | BillFault {
  const isRefund = cell("交易状态") === "REFUND";
  if (!isRefund && cell("交易状态") !== "SUCCESS") return "bad_row";
  const amountFen = readBillFen(cell(isRefund ? "申请退款金额" : "订单金额"));
  if (amountFen === null || amountFen <= 0n) return "bad_amount";
  const reference = cell(isRefund ? "商户退款单号" : "商户订单号");
  const wechatNo = cell(isRefund ? "微信退款单号" : "微信订单号");
  if (reference === "" || wechatNo === "") return "bad_row";
  const isDone = !isRefund || !UNDONE.has(cell("退款状态"));
  return { lineKind: isRefund ? "refund" : "payment", reference, wechatNo, amountFen, isDone };
}

function sumOf(lines: readonly BillLine[], kind: BillLine["lineKind"]): bigint {
  return sumFen(
    lines.filter(({ lineKind }) => lineKind === kind).map(({ amountFen }) => amountFen),
  );
}
