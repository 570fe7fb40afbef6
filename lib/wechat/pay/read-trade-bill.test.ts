import fc from "fast-check";
import { expect, test } from "vitest";
import { readTradeBill } from "./read-trade-bill";

const expected = { mchId: "1900000001", day: "2026-11-20" };
const head =
  "交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注";
const tailHead =
  "总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额";
const row = (cells: readonly string[]) => cells.map((cell) => `\`${cell}`).join(",");

type Deal = {
  no: string;
  fen: bigint;
  fee: string;
  refund?: boolean;
  over?: Record<number, string>;
};

const yuan = (fen: bigint) => `${fen / 100n}.${(fen % 100n).toString().padStart(2, "0")}`;

function line({ no, fen, fee, refund, over }: Deal): string {
  const cells = [
    "2026-11-20 12:00:00",
    "wx1",
    expected.mchId,
    "0",
    "",
    `42${no}`,
    no,
    "oA",
    "JSAPI",
    refund ? "REFUND" : "SUCCESS",
    "OTHERS",
    "CNY",
    refund ? "0.00" : yuan(fen),
    "0.00",
    refund ? `50${no}` : "0",
    refund ? `R${no}` : "0",
    refund ? yuan(fen) : "0.00",
    "0.00",
    refund ? "ORIGINAL" : "",
    refund ? "SUCCESS" : "",
    "粽子, 咸蛋黄",
    "",
    fee,
    "0.60%",
    refund ? "0.00" : yuan(fen),
    refund ? yuan(fen) : "0.00",
    "",
  ];
  return row(cells.map((cell, at) => over?.[at] ?? cell));
}

function sums(deals: readonly Deal[], feesYuan: string): string {
  const of = (refund: boolean) =>
    yuan(deals.filter((deal) => (deal.refund ?? false) === refund).reduce((s, d) => s + d.fen, 0n));
  const [paid, back] = [of(false), of(true)];
  return row([String(deals.length), paid, back, "0.00", feesYuan, paid, back]);
}

const deals: Deal[] = [
  { no: "A1", fen: 9_900n, fee: "0.59400" },
  { no: "B2", fen: 100n, fee: "0.01000" },
  { no: "A1", fen: 3_333n, fee: "-0.19998", refund: true },
];
const good = [head, ...deals.map(line), tailHead, sums(deals, "0.40402")];
const bytes = (lines: readonly string[], end = "\r\n", mark = "") =>
  new TextEncoder().encode(mark + lines.map((one) => one + end).join(""));
const read = (lines: readonly string[]) => readTradeBill(bytes(lines), expected);

const at = new Date("2026-11-20T04:00:00.000Z");
const whole = {
  ok: true,
  lines: [
    {
      lineNo: 2,
      lineKind: "payment",
      reference: "A1",
      wechatNo: "42A1",
      amountFen: 9_900n,
      feeFen: 59n,
      at,
      isDone: true,
    },
    {
      lineNo: 3,
      lineKind: "payment",
      reference: "B2",
      wechatNo: "42B2",
      amountFen: 100n,
      feeFen: 1n,
      at,
      isDone: true,
    },
    {
      lineNo: 4,
      lineKind: "refund",
      reference: "RA1",
      wechatNo: "50A1",
      amountFen: 3_333n,
      feeFen: -20n,
      at,
      isDone: true,
    },
  ],
  totals: { ordersFen: "10000", refundsFen: "3333", feesFen: "40" },
};

test.each([
  ["CRLF", bytes(good)],
  ["a byte order mark", bytes(good, "\r\n", "\uFEFF")],
  ["plain line feeds", bytes(good, "\n")],
  ["no line end after the tail", new TextEncoder().encode(good.join("\r\n"))],
  ["blank lines after the tail", bytes([...good, "", ""])],
])("a bill with %s is read whole", (_what, content) => {
  expect(readTradeBill(content, expected)).toEqual(whole);
});

test("a bill without back-ticks is read as long as no name holds a comma", () => {
  const bare = good.map((one) => one.replaceAll("`", "").replaceAll("粽子, 咸蛋黄", "粽子"));
  expect(read(bare)).toEqual(whole);
});

test.each([
  ["SUCCESS", true],
  ["PROCESSING", false],
  ["ABNORMAL", false],
  ["FAIL", false],
  ["CLOSED", false],
  // Nothing that we do not know makes a difference invisible.
  ["退款成功", true],
])("a refund that stands as %s was carried out: %s", (status, isDone) => {
  const [first, other, refund] = deals;
  const rows = [first, other, { ...refund, over: { 19: status } }] as Deal[];
  const result = read([head, ...rows.map(line), ...good.slice(-2)]);
  expect(result.ok && result.lines.map((one) => one.isDone)).toEqual([true, true, isDone]);
});

const second = (over: Record<number, string>) => {
  const [first = deals[0], ...rest] = deals;
  return [head, line({ ...(first as Deal), over }), ...rest.map(line), ...good.slice(-2)];
};

test.each<[string, string, readonly string[]]>([
  ["no tail at all", "missing_tail", good.slice(0, -2)],
  ["a tail without its sums", "missing_tail", good.slice(0, -1)],
  ["a tail cut short", "missing_tail", [...good.slice(0, -1), "`3,`100.00"]],
  ["nothing", "unknown_columns", []],
  ["a column more", "unknown_columns", [`${head},新列`, ...good.slice(1)]],
  ["a column less", "unknown_columns", [head.replace(",费率备注", ""), ...good.slice(1)]],
  [
    "columns exchanged",
    "unknown_columns",
    [head.replace("订单金额,申请", "申请"), ...good.slice(1)],
  ],
  ["something after the tail", "trailing_garbage", [...good, "再见"]],
  ["a second bill after the tail", "trailing_garbage", [...good, ...good]],
  ["a row that ends early", "bad_row", [head, "`2026-11-20 12:00:00,`wx1", ...good.slice(1)]],
  ["a blank row in the middle", "bad_row", [head, "", ...good.slice(1)]],
  ["yesterday's row", "another_day", second({ 0: "2026-11-19 23:59:59" })],
  ["tomorrow's row", "another_day", second({ 0: "2026-11-21 00:00:00" })],
  ["a day that does not exist", "bad_row", second({ 0: "2026-11-31 12:00:00" })],
  ["another merchant's row", "another_account", second({ 2: "1900000002" })],
  ["another currency", "another_currency", second({ 11: "USD" })],
  ["an amount with three decimals", "bad_amount", second({ 24: "99.001" })],
  ["an amount in words", "bad_amount", second({ 24: "九十九" })],
  ["an amount of nothing", "bad_amount", second({ 24: "0.00" })],
  ["a fee that is no number", "bad_amount", second({ 22: "免费" })],
  ["a payment that gives a fee back", "bad_amount", second({ 22: "-0.59400" })],
  ["a row without a number", "bad_row", second({ 6: "" })],
  ["a state that we do not know", "bad_row", second({ 9: "REVOKED" })],
  ["an amount changed", "wrong_totals", second({ 24: "99.01" })],
  ["a fee changed", "wrong_totals", second({ 22: "0.59401" })],
  ["a row lost", "wrong_totals", [head, ...good.slice(2)]],
  ["a row doubled", "wrong_totals", [head, line(deals[0] as Deal), ...good.slice(1)]],
])("a bill with %s is refused as %s", (_what, reason, lines) => {
  expect(read(lines)).toMatchObject({ ok: false, reason });
});

test("what is no text is refused", () => {
  expect(readTradeBill(new Uint8Array([0xff, 0xfe, 0x00]), expected)).toMatchObject({
    reason: "not_text",
  });
});

test("whatever is cut off, a bill is never read in part", () => {
  const content = bytes(good);
  fc.assert(
    // Only the last line end may be missing.
    fc.property(fc.nat(content.length - 3), (length) => {
      expect(readTradeBill(content.slice(0, length), expected).ok).toBe(false);
    }),
  );
});

test("any list of deals is read back to the fen", () => {
  const deal = fc.record({
    no: fc.stringMatching(/^[0-9A-Z]{4,28}$/),
    fen: fc.bigInt({ min: 1n, max: 10n ** 12n }),
    refund: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(deal, { maxLength: 30 }), (list) => {
      const all = list.map((one) => ({ ...one, fee: "0.00000" }));
      const result = read([head, ...all.map(line), tailHead, sums(all, "0.00000")]);
      expect(
        result.ok &&
          result.lines.map(({ lineKind, reference, amountFen }) => [
            lineKind,
            reference,
            amountFen,
          ]),
      ).toEqual(
        list.map(({ no, fen, refund }) =>
          refund ? ["refund", `R${no}`, fen] : ["payment", no, fen],
        ),
      );
    }),
  );
});
