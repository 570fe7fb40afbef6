import { expect, test } from "vitest";
import { readFundFlowBill } from "./read-fund-flow-bill";

const head =
  "记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额(元),账户结余(元),资金变更提交申请人,备注,业务凭证号";
const tailHead = "资金流水总笔数,收入笔数,收入金额,支出笔数,支出金额";
const row = (...cells: string[]) => cells.map((cell) => `\`${cell}`).join(",");
const flow = (
  no: string,
  name: string,
  direction: string,
  amount: string,
  time = "09:30:00",
  left = "0.00",
) =>
  row(
    `2026-11-20 ${time}`,
    `13${no}`,
    `F${no}`,
    name,
    name,
    direction,
    amount,
    left,
    "api",
    "",
    no,
  );
const good = [
  head,
  flow("P1", "商家转账", "支出", "88.00"),
  flow("P2", "商家转账", "支出", "10.05"),
  flow("P2", "商家转账退回", "收入", "10.05", "23:59:59"),
  flow("T9", "充值", "收入", "500.00"),
  flow("W1", "提现", "支出", "1.00"),
  tailHead,
  row("5", "2", "510.05", "3", "99.05"),
];
const read = (lines: readonly string[]) =>
  readFundFlowBill(new TextEncoder().encode(lines.map((one) => `${one}\r\n`).join("")), {
    day: "2026-11-20",
  });

test("transfers, what came back of them, and everything else are told apart", () => {
  const result = read(good);
  expect(
    result.ok &&
      result.lines.map(({ lineKind, reference, wechatNo, amountFen }) => [
        lineKind,
        reference,
        wechatNo,
        amountFen,
      ]),
  ).toEqual([
    ["transfer", "P1", "13P1", 8_800n],
    ["transfer", "P2", "13P2", 1_005n],
    ["transfer_return", "P2", "13P2", 1_005n],
    ["other", "T9", "13T9", 50_000n],
    ["other", "W1", "13W1", -100n],
  ]);
  expect(result.ok && result.totals).toEqual({
    incomeFen: "51005",
    expenseFen: "9905",
    closingFen: "0",
  });
});

test("what lies on the account is what stood behind the day's last movement, wherever its line is", () => {
  const closing = (...flows: string[]) => {
    const bill = read([
      head,
      ...flows,
      tailHead,
      row(String(flows.length), "0", "0.00", "2", "2.00"),
    ]);
    return bill.ok ? bill.totals.closingFen : bill.reason;
  };
  const early = flow("P1", "商家转账", "支出", "1.00", "09:00:00", "199.00");
  const late = flow("P2", "商家转账", "支出", "1.00", "21:00:00", "198.00");
  const silent = flow("P2", "商家转账", "支出", "1.00", "21:00:00", "");
  expect(closing(early, late)).toBe("19800");
  expect(closing(late, early)).toBe("19800");
  expect(closing(early, silent)).toBeUndefined();
});

test("brackets of either width are the same column", () => {
  expect(read([head.replaceAll("(", "（").replaceAll(")", "）"), ...good.slice(1)]).ok).toBe(true);
});

test.each<[string, string, readonly string[]]>([
  ["no tail", "missing_tail", good.slice(0, -2)],
  ["a column of its own", "unknown_columns", [`${head},新列`, ...good.slice(1)]],
  ["something after the tail", "trailing_garbage", [...good, "`1"]],
  [
    "another day",
    "another_day",
    [head, flow("P1", "商家转账", "支出", "88.00").replace("11-20", "11-19"), ...good.slice(2)],
  ],
  [
    "a third direction",
    "bad_row",
    [head, flow("P1", "商家转账", "冻结", "88.00"), ...good.slice(2)],
  ],
  [
    "an amount in thousandths of a fen",
    "bad_amount",
    [head, flow("P1", "商家转账", "支出", "88.001"), ...good.slice(2)],
  ],
  [
    "a direction changed",
    "wrong_totals",
    [head, flow("P1", "商家转账", "收入", "88.00"), ...good.slice(2)],
  ],
  [
    "an amount changed",
    "wrong_totals",
    [head, flow("P1", "商家转账", "支出", "88.01"), ...good.slice(2)],
  ],
  ["a row lost", "wrong_totals", [head, ...good.slice(2)]],
])("a bill with %s is refused as %s", (_what, reason, lines) => {
  expect(read(lines)).toMatchObject({ ok: false, reason });
});
