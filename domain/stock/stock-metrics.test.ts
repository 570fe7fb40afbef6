import { expect, test } from "vitest";
import { measureStock, type StockMetric, type StockTotals } from "./stock-metrics";

const amount = (units: number, valueFen: bigint) => ({ units, valueFen });
const totals: StockTotals = {
  report: {
    opening: amount(10, 100n),
    received: amount(30, 300n),
    sold: amount(25, 240n),
    returned: amount(5, 48n),
    adjusted: amount(-1, -8n),
    closing: amount(19, 200n),
  },
  days: 4,
  valueDaysFen: 768n,
  carriedSkus: 8,
  soldSkus: 2,
  carriedSkuDays: 32,
  emptySkuDays: 4,
  slowMovers: 3,
};

test.each<[StockMetric, unknown]>([
  ["stockOpening", { unit: "fen", value: 100n }],
  ["stockReceived", { unit: "fen", value: 300n }],
  ["stockSold", { unit: "fen", value: 240n }],
  ["stockReturned", { unit: "fen", value: 48n }],
  ["stockAdjusted", { unit: "fen", value: -8n }],
  ["stockClosing", { unit: "fen", value: 200n }],
  ["sellThrough", { unit: "bps", value: 6_250 }],
  ["activeSkuRate", { unit: "bps", value: 2_500 }],
  // 768 over 4 days are 192 on average; sold for 384.
  ["stockToSales", { unit: "bps", value: 5_000 }],
  // 4 days × 192 ÷ (240 − 48).
  ["turnoverDays", { unit: "tenths", value: 40n }],
  ["outOfStockRate", { unit: "bps", value: 1_250 }],
  ["slowMovers", { unit: "count", value: 3 }],
])("%s of a window is what the definition says", (metric, figure) => {
  expect(measureStock(metric, totals, 384n)).toEqual(figure);
});

test("without goods, days and sales no ratio is defined", () => {
  const none = amount(0, 0n);
  const empty: StockTotals = {
    report: {
      opening: none,
      received: none,
      sold: none,
      returned: none,
      adjusted: none,
      closing: none,
    },
    days: 0,
    valueDaysFen: 0n,
    carriedSkus: 0,
    soldSkus: 0,
    carriedSkuDays: 0,
    emptySkuDays: 0,
    slowMovers: 0,
  };
  const ratios: StockMetric[] = [
    "sellThrough",
    "activeSkuRate",
    "stockToSales",
    "turnoverDays",
    "outOfStockRate",
  ];
  expect(ratios.map((metric) => measureStock(metric, empty, 0n).value)).toEqual(
    Array(5).fill(null),
  );
});
