import fc from "fast-check";
import { expect, test } from "vitest";
import { judgeHistoryLine } from "./judge-history-line";
import { guessColumns, HISTORY_FIELDS, type HistoryMapping } from "./mapping";

const heads = [
  "Invoice",
  "StockCode",
  "Description",
  "Quantity",
  "InvoiceDate",
  "Price",
  "CustomerID",
  "Country",
];
const mapping: HistoryMapping = {
  columns: guessColumns(heads),
  dateOrder: "ymd",
  refundPrefix: "C",
  ignoredPrefix: "A",
};
const latest = new Date("2026-11-22T00:00:00Z");
const line = "489434,21232,TRINKET BOX,24,2009-12-01 07:45:00,1.25,13085,United Kingdom".split(",");

function judge(changes: Partial<Record<(typeof heads)[number], string>> = {}) {
  const cells = line.map((cell, index) => changes[heads[index] ?? ""] ?? cell);
  return judgeHistoryLine(cells, mapping, latest);
}

test("a sale is read whole, with its amount in fen and its moment in Shanghai", () => {
  expect(judge()).toEqual({
    kind: "sale",
    invoiceNo: "489434",
    code: "21232",
    title: "TRINKET BOX",
    isService: false,
    quantity: 24,
    unitPriceFen: 125n,
    amountFen: 3_000n,
    soldAt: new Date("2009-11-30T23:45:00Z"),
    customerRef: "13085",
    region: "United Kingdom",
    fault: "",
  });
});

test("a refund's units and amount stand above 0", () => {
  const refund = judge({ Invoice: "C489449", Quantity: "-1,200" });
  expect(refund).toMatchObject({ kind: "refund", quantity: 1_200, amountFen: 150_000n, fault: "" });
});

test("what cannot be read of a line is not 0 but nothing, and the rest of it stays", () => {
  expect(judge({ Quantity: "a dozen" })).toMatchObject({ quantity: null, unitPriceFen: 125n });
  expect(judge({ Quantity: "99,999,999" })).toMatchObject({ quantity: null });
  expect(judge({ Price: "free" })).toMatchObject({ quantity: 24, unitPriceFen: null });
  expect(judge({ Quantity: "0", Price: "0" })).toMatchObject({ quantity: 0, unitPriceFen: 0n });
});

test.each([
  ["an adjustment", { Invoice: "A506401" }, "not_an_order"],
  ["no number", { Invoice: " " }, "invoice_missing"],
  ["no code", { StockCode: "" }, "code_missing"],
  ["a code of ten thousand signs", { StockCode: "x".repeat(10_000) }, "cell_too_long"],
  ["bytes that were no text", { Description: "caf\uFFFD" }, "unreadable_text"],
  ["a zero byte", { Description: "a\u0000b" }, "unreadable_text"],
  ["a day-first date where years come first", { InvoiceDate: "1/12/2009" }, "date_unreadable"],
  ["the 31st of June", { InvoiceDate: "2009-06-31 10:00" }, "date_unreadable"],
  ["tomorrow", { InvoiceDate: "2026-11-23 10:00" }, "date_out_of_range"],
  ["a hundred years ago", { InvoiceDate: "1926-11-23" }, "date_out_of_range"],
  ["a quantity in words", { Quantity: "two" }, "quantity_unreadable"],
  ["half a piece", { Quantity: "1.5" }, "quantity_unreadable"],
  ["nothing sold", { Quantity: "0" }, "quantity_not_positive"],
  ["a write-off", { Quantity: "-3" }, "quantity_not_positive"],
  ["a refund of plus one", { Invoice: "C1", Quantity: "1" }, "refund_not_negative"],
  ["a price in words", { Price: "free" }, "price_unreadable"],
  ["a comma as decimal point", { Price: "1.234,50" }, "price_unreadable"],
  ["a gift", { Price: "0" }, "price_not_positive"],
  ["a price that rounds to nothing", { Price: "0.001" }, "price_not_positive"],
  ["a negative price", { Price: "-53594.36" }, "price_not_positive"],
])("%s is refused and named", (_what, change, fault) => {
  expect(judge(change)).toMatchObject({ kind: "refused", fault, amountFen: 0n });
});

test.each([
  ["2.955", 296n],
  ["2.954", 295n],
  ["1,234.5", 123_450n],
  ["¥8", 800n],
  ["0.005", 1n],
])("the unit price %s is %s fen, rounded half up before it is multiplied", (price, fen) => {
  expect(judge({ Price: price, Quantity: "3" })).toMatchObject({
    unitPriceFen: fen,
    amountFen: 3n * fen,
  });
});

test.each([
  ["dmy", "1/12/2009 7:45", "2009-11-30T23:45:00Z"],
  ["mdy", "12/1/2009 07:45:00", "2009-11-30T23:45:00Z"],
  ["dmy", "2009年12月1日 07:45", "2009-11-30T23:45:00Z"],
  ["ymd", "2008/2/29", "2008-02-28T16:00:00Z"],
] as const)("in the order %s, %s is one moment", (dateOrder, text, moment) => {
  const cells = line.map((cell, index) => (heads[index] === "InvoiceDate" ? text : cell));
  const judged = judgeHistoryLine(cells, { ...mapping, dateOrder }, latest);
  expect(judged.soldAt).toEqual(new Date(moment));
});

test("a code without a digit is a service", () => {
  expect(judge({ StockCode: "POST" }).isService).toBe(true);
  expect(judge({ StockCode: "79323W" }).isService).toBe(false);
});

test("Chinese heads are found as well as English ones, and what is missing stays out", () => {
  expect(guessColumns(["订单编号", "货号", "数量", "成交单价", "付款时间"])).toEqual({
    invoiceNo: 0,
    code: 1,
    quantity: 2,
    unitPrice: 3,
    soldAt: 4,
  });
  expect(Object.keys(guessColumns(heads))).toEqual([...HISTORY_FIELDS]);
});

test("whatever stands in the cells, the line is taken or refused with a fault, and nothing throws", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary" }), { maxLength: 9 }), (cells) => {
      const judged = judgeHistoryLine(cells, mapping, latest);
      expect(judged.fault === "").toBe(judged.kind !== "refused");
      expect(judged.title.includes("\u0000")).toBe(false);
    }),
  );
});
