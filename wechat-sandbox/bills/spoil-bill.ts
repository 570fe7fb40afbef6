import { beijingMidnightMs, toBeijingDate } from "../beijing-time";
import type { Fault } from "../schemas/fault";
import type { OperatingEntry } from "../store/operating-book";
import type { TradeBillContent } from "./write-trade-bill";

export type BillFaultKinds = ReadonlySet<Fault["kind"]>;

const UNKNOWN_NO = "NOBODYKNOWSTHIS1";

/** A bill whose rows differ from what happened while its own sums are right. */
export function spoilTrades(content: TradeBillContent, kinds: BillFaultKinds): TradeBillContent {
  let { payments, refunds } = content;
  if (kinds.has("missing_line")) {
    if (payments.length > 0) payments = payments.slice(1);
    else refunds = refunds.slice(1);
  }
  const [payment] = payments;
  const [billed] = refunds;
  if (kinds.has("changed_amount")) {
    if (payment) payments = [{ ...payment, total: payment.total + 1 }, ...payments.slice(1)];
    else if (billed) {
      const refund = { ...billed.refund, refund: billed.refund.refund + 1 };
      refunds = [{ ...billed, refund }, ...refunds.slice(1)];
    }
  }
  const model = content.payments[0] ?? content.refunds[0]?.order;
  if (kinds.has("extra_line") && model) {
    const transaction_id = `4200${"9".repeat(24)}`;
    payments = [...payments, { ...model, out_trade_no: UNKNOWN_NO, transaction_id }];
  }
  return { payments, refunds };
}

/** The same for the movements of the operating account. */
export function spoilMovements(entries: OperatingEntry[], kinds: BillFaultKinds): OperatingEntry[] {
  let spoiled = kinds.has("missing_line") ? entries.slice(1) : entries;
  const [first] = spoiled;
  if (kinds.has("changed_amount") && first) {
    const amount = first.amount + Math.sign(first.amount);
    spoiled = [{ ...first, amount }, ...spoiled.slice(1)];
  }
  const last = entries.at(-1);
  if (kinds.has("extra_line") && last) {
    const transfer_bill_no = "9".repeat(40);
    const extra = { kind: "transfer", amount: -100, balance: last.balance - 100 } as const;
    spoiled = [...spoiled, { ...last, ...extra, transfer_bill_no, out_bill_no: UNKNOWN_NO }];
  }
  return spoiled;
}

function withWrongTotal(text: string): string {
  const lines = text.split("\r\n");
  const tail = lines.at(-2) ?? "";
  lines[lines.length - 2] = tail.replace(
    /^`(\d+)/,
    (_all, count: string) => `\`${Number(count) + 1}`,
  );
  return lines.join("\r\n");
}

function onOtherDay(text: string, date: string): string {
  const before = toBeijingDate(beijingMidnightMs(date) - 1);
  return text.replaceAll(`\r\n\`${date} `, `\r\n\`${before} `);
}

/** A bill whose file is not what WeChat promises. The hash is taken over the spoilt file. */
export function spoilFile(text: string, date: string, kinds: BillFaultKinds): string {
  let file = text;
  if (kinds.has("other_day")) file = onOtherDay(file, date);
  if (kinds.has("wrong_total")) file = withWrongTotal(file);
  if (kinds.has("missing_tail")) file = file.split("\r\n").slice(0, -3).concat("").join("\r\n");
  if (kinds.has("no_back_ticks")) file = file.replaceAll("`", "");
  return kinds.has("bom") ? `\uFEFF${file}` : file;
}
