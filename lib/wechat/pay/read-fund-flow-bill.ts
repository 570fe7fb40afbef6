import type { Fen } from "@/domain/money/fen";
import type { BillFault } from "@/lib/wechat/pay/bill-fault";
import type { BillLine, ReadBill } from "@/lib/wechat/pay/bill-line";
import { readBillFen } from "@/lib/wechat/pay/read-bill-milli-fen";
import { type BillCells, type BillLayout, readBillTable } from "@/lib/wechat/pay/read-bill-table";
import { readBillTime } from "@/lib/wechat/pay/read-bill-time";

const layout: BillLayout = {
  columns:
    "记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额(元),账户结余(元),资金变更提交申请人,备注,业务凭证号".split(
      ",",
    ),
  tailColumns: "资金流水总笔数,收入笔数,收入金额,支出笔数,支出金额".split(","),
};

type Side = { count: number; amountFen: Fen };

/**
 * The fund flow bill of the account that transfers are paid from: what left for a transfer, what came
 * back from one, and everything else, which is kept and not compared. The tail must name the number
 * and the sum of what came in and of what left.
 */
export function readFundFlowBill(bytes: Uint8Array, expected: { day: string }): ReadBill {
  const lines: BillLine[] = [];
  const income: Side = { count: 0, amountFen: 0n };
  const expense: Side = { count: 0, amountFen: 0n };
  let closing: Flow | null = null;
  const table = readBillTable(bytes, layout, (cell, lineNo) => {
    const flow = readFlow(cell, expected.day);
    if (typeof flow === "string") return flow;
    const side = flow.isIncome ? income : expense;
    side.count += 1;
    side.amountFen += flow.amountFen;
    if (closing === null || flow.at >= closing.at) closing = flow;
    lines.push(toLine(cell, lineNo, flow));
    return null;
  });
  if (!table.ok) return table;
  const { tail, rowCount } = table;
  const adds =
    tail("资金流水总笔数") === String(rowCount) &&
    tail("收入笔数") === String(income.count) &&
    tail("支出笔数") === String(expense.count) &&
    readBillFen(tail("收入金额")) === income.amountFen &&
    readBillFen(tail("支出金额")) === expense.amountFen;
  if (!adds) return { ok: false, reason: "wrong_totals", lineNo: rowCount + 3 };
  const totals = {
    incomeFen: income.amountFen.toString(),
    expenseFen: expense.amountFen.toString(),
    ...closingOf(closing),
  };
  return { ok: true, lines, totals };
}

/** What lay on the account after the day's last movement; nothing where WeChat does not say. */
function closingOf(last: Flow | null): { closingFen?: string } {
  return last === null || last.balanceFen === null
    ? {}
    : { closingFen: last.balanceFen.toString() };
}

type Flow = { at: Date; isIncome: boolean; amountFen: Fen; balanceFen: Fen | null };

function readFlow(cell: BillCells, day: string): Flow | BillFault {
  const time = readBillTime(cell("记账时间"));
  if (time === null) return "bad_row";
  if (time.day !== day) return "another_day";
  const direction = cell("收支类型");
  if (direction !== "收入" && direction !== "支出") return "bad_row";
  const amountFen = readBillFen(cell("收支金额(元)"));
  if (amountFen === null || amountFen < 0n) return "bad_amount";
  return {
    at: time.at,
    isIncome: direction === "收入",
    amountFen,
    balanceFen: readBillFen(cell("账户结余(元)")),
  };
}

/** The name of the business says that it is a transfer, the direction which way it went. */
function toLine(cell: BillCells, lineNo: number, { at, isIncome, amountFen }: Flow): BillLine {
  const isTransfer = [cell("业务名称"), cell("业务类型")].some((name) => name.includes("转账"));
  const reference = cell("业务凭证号");
  const common = {
    lineNo,
    reference,
    wechatNo: cell("微信支付业务单号"),
    feeFen: 0n,
    at,
    isDone: true,
  };
  if (!isTransfer) {
    return { ...common, lineKind: "other", amountFen: isIncome ? amountFen : -amountFen };
  }
  return { ...common, lineKind: isIncome ? "transfer_return" : "transfer", amountFen };
}
