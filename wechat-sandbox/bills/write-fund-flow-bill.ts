import { toBeijingDate, toBeijingDateTime } from "../beijing-time";
import type { OperatingEntry } from "../store/operating-book";
import { yuan } from "../yuan";
import { writeBillTable } from "./bill-table";

const COLUMNS =
  "记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额(元),账户结余(元),资金变更提交申请人,备注,业务凭证号";
const SUMMARY = "资金流水总笔数,收入笔数,收入金额,支出笔数,支出金额";

/** Name and type of the business, and who asked for it. */
const BUSINESS: Record<OperatingEntry["kind"], [string, string, string]> = {
  transfer: ["商家转账", "商家转账", "API"],
  transfer_return: ["商家转账退回", "商家转账", "system"],
  top_up: ["充值", "充值", "system"],
  withdrawal: ["提现", "提现", "system"],
};

function flowRow(entry: OperatingEntry): string[] {
  const [name, type, applicant] = BUSINESS[entry.kind];
  const flowNo = `${entry.mch_id}${toBeijingDate(entry.at).replaceAll("-", "")}${String(entry.id).padStart(10, "0")}`;
  return [
    toBeijingDateTime(entry.at),
    entry.transfer_bill_no,
    flowNo,
    name,
    type,
    entry.amount < 0 ? "支出" : "收入",
    yuan(Math.abs(entry.amount)),
    yuan(entry.balance),
    applicant,
    entry.remark,
    entry.out_bill_no,
  ];
}

/** The fund flow bill of the operating account: a row per movement, the sums of both directions. */
export function writeFundFlowBill(entries: OperatingEntry[]): string {
  const income = entries.filter((entry) => entry.amount >= 0);
  const expense = entries.filter((entry) => entry.amount < 0);
  const sum = (side: OperatingEntry[]) =>
    yuan(side.reduce((total, entry) => total + Math.abs(entry.amount), 0));
  return writeBillTable({
    columns: COLUMNS,
    rows: entries.map(flowRow),
    tailColumns: SUMMARY,
    tail: [
      String(entries.length),
      String(income.length),
      sum(income),
      String(expense.length),
      sum(expense),
    ],
  });
}
