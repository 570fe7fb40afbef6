import { behind } from "@/e2e/pages/behind";
import { hundredths } from "@/e2e/pages/file-sums";

/** What a statement line is called on the page, and the transfers that it adds up. */
const sums: Record<string, { code: string; debit?: string }> = {
  顾客付款: { code: "order_paid" },
  退给顾客: { code: "order_refunded" },
  迟到的付款: { code: "late_payment_received" },
  迟到的付款退回: { code: "late_payment_refunded" },
  收取: { code: "payment_fee_charged" },
  退回: { code: "payment_fee_returned" },
  新增待结算: { code: "commission_accrued" },
  转为可提现: { code: "commission_settled" },
  "追回（待结算）": { code: "commission_clawed_back", debit: "commission_pending" },
  "追回（可提现）": { code: "commission_clawed_back", debit: "commission_available" },
  "追回（转为欠款）": { code: "commission_clawed_back_as_debt" },
  欠款抵扣: { code: "debt_netted" },
  代扣税款: { code: "payout_tax_withheld" },
};

const accounts: Record<string, string> = {
  微信收款: "wechat_clearing",
  店铺收入: "merchant_sales",
  待结算佣金: "commission_pending",
  可提现佣金: "commission_available",
  提现付款: "payout_clearing",
  代扣税款: "tax_withheld",
  支付手续费: "payment_fees",
  应退货款: "refund_payable",
  欠款: "commission_debt",
  银行付出: "bank_clearing",
};

/** Every line of a month's statement, in fen, by the words of the page; of the accounts four sums each. */
export type PlainMonth = {
  lines: Record<string, bigint>;
  counts: Record<string, bigint>;
  accounts: Record<string, bigint[]>;
};

type Moved = { code: string; debit: string; credit: string; when: string; fen: string; n: string };

/** The month once more, from the first shop's transfers alone and without the product's code. */
export async function plainMonth(month: string): Promise<PlainMonth> {
  const { rows: moved }: { rows: Moved[] } = await behind(
    `select t.code, d.kind as debit, c.kind as credit,
      case when to_char(t.created_at at time zone 'Asia/Shanghai', 'YYYY-MM') < $1 then 'before' else 'in' end as when,
      sum(t.amount_fen)::text as fen, count(*)::text as n
     from ledger_transfer t
     join merchant_host h on h.merchant_id = t.merchant_id and h.host = 'localhost'
     join ledger_account d on d.merchant_id = t.merchant_id and d.id = t.debit_account_id
     join ledger_account c on c.merchant_id = t.merchant_id and c.id = t.credit_account_id
     where t.phase not in ('hold', 'void')
       and to_char(t.created_at at time zone 'Asia/Shanghai', 'YYYY-MM') <= $1
     group by 1, 2, 3, 4`,
    [month],
  );
  const lines: Record<string, bigint> = {};
  const counts: Record<string, bigint> = {};
  for (const [name, { code, debit }] of Object.entries(sums)) {
    const found = moved.filter(
      (one) => one.when === "in" && one.code === code && (!debit || one.debit === debit),
    );
    lines[name] = total(found.map(({ fen }) => fen));
    counts[name] = total(found.map(({ n }) => n));
  }
  const balances = sumAccounts(moved);
  const closing = (name: string) => balances[name]?.[3] ?? 0n;
  const by = (name: string) => lines[name] ?? 0n;
  const paid = await plainPayouts(month);
  Object.assign(lines, paid, {
    "收款减退款（含运费）": by("顾客付款") - by("退给顾客"),
    手续费净额: by("收取") - by("退回"),
    月末待结算: closing("待结算佣金"),
    月末可提现: closing("可提现佣金"),
    其中提现中: await plainHeld(month),
    月末待缴税款: closing("代扣税款"),
    应退未退货款: closing("应退货款"),
    应付合计: ["待结算佣金", "可提现佣金", "代扣税款", "应退货款"].map(closing).reduce(plus),
    月末欠款: -closing("欠款"),
  });
  return { lines, counts, accounts: balances };
}

/** Opening, credits, debits and closing of each account. */
function sumAccounts(moved: readonly Moved[]): Record<string, bigint[]> {
  const entries = Object.entries(accounts).map(([name, kind]): [string, bigint[]] => {
    const of = (side: "debit" | "credit", when: string) =>
      total(moved.filter((one) => one[side] === kind && one.when === when).map(({ fen }) => fen));
    const opening = of("credit", "before") - of("debit", "before");
    const [credit, debit] = [of("credit", "in"), of("debit", "in")];
    return [name, [opening, credit, debit, opening + credit - debit]];
  });
  return Object.fromEntries(entries);
}

/**
 * What was posted for withdrawals in the month, less what was withheld of the same ones. By bank is what the
 * ledger says left there: also what a former merchant number paid.
 */
async function plainPayouts(month: string): Promise<Record<string, bigint>> {
  const { rows } = await behind(
    `select case when exists (
         select from ledger_transfer b where b.reference_id = t.reference_id and b.code = 'payout_left_by_bank')
       then 'bank' else 'wechat' end as channel, t.code, sum(t.amount_fen)::text as fen
     from ledger_transfer t
     join merchant_host h on h.merchant_id = t.merchant_id and h.host = 'localhost'
     where t.code in ('payout_paid', 'payout_tax_withheld') and t.phase in ('single', 'post')
       and to_char(t.created_at at time zone 'Asia/Shanghai', 'YYYY-MM') = $1
     group by 1, 2`,
    [month],
  );
  const of = (code: string, channel?: string) =>
    total(
      rows
        .filter((one) => one.code === code && (!channel || one.channel === channel))
        .map(({ fen }) => fen),
    );
  return {
    "微信付出（税后）": of("payout_paid", "wechat") - of("payout_tax_withheld", "wechat"),
    "银行付出（税后）": of("payout_paid", "bank") - of("payout_tax_withheld", "bank"),
    "提现合计（税前）": of("payout_paid"),
  };
}

/** Held and neither posted nor given free by the month's end. */
async function plainHeld(month: string): Promise<bigint> {
  const { rows } = await behind(
    `select coalesce(sum(case t.phase when 'hold' then t.amount_fen else -h.amount_fen end), 0)::text as fen
     from ledger_transfer t
     join merchant_host m on m.merchant_id = t.merchant_id and m.host = 'localhost'
     left join ledger_transfer h on h.merchant_id = t.merchant_id and h.id = t.hold_id
     where t.phase in ('hold', 'post', 'void')
       and to_char(t.created_at at time zone 'Asia/Shanghai', 'YYYY-MM') <= $1`,
    [month],
  );
  return BigInt(rows[0].fen);
}

/** An amount as a page or a file writes it, in fen. */
export function fenOf(text: string): bigint {
  return hundredths(text.replace(/[¥,\s]/g, ""));
}

const total = (texts: readonly string[]): bigint => texts.map(BigInt).reduce(plus, 0n);
const plus = (left: bigint, right: bigint): bigint => left + right;
