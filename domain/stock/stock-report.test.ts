import fc from "fast-check";
import { expect, test } from "vitest";
import { issueStock, NO_STOCK, receiveStock } from "./moving-average-cost";
import {
  activeSkuBps,
  costOfGoodsSoldFen,
  outOfStockBps,
  reportStock,
  STOCK_FLOWS,
  type StockFlowRow,
  sellThroughBps,
  stockToSalesBps,
  turnoverTenthDays,
} from "./stock-report";

const amount = (units: number, valueFen: bigint) => ({ units, valueFen });
const rows: StockFlowRow[] = [
  { flow: "received", units: 30, valueFen: 300n },
  { flow: "sold", units: 20, valueFen: 190n },
  { flow: "sold", units: 5, valueFen: 50n },
  { flow: "returned", units: 2, valueFen: 19n },
  { flow: "adjusted", units: -1, valueFen: -10n },
  { flow: "adjusted", units: 3, valueFen: 29n },
];

test("the report adds each kind up and closes with what must be there", () => {
  expect(reportStock(amount(10, 100n), rows)).toEqual({
    opening: amount(10, 100n),
    received: amount(30, 300n),
    sold: amount(25, 240n),
    returned: amount(2, 19n),
    adjusted: amount(2, 19n),
    closing: amount(19, 198n),
  });
});

test("sell-through is sold by opening and received; cost of goods is less what came back", () => {
  const report = reportStock(amount(10, 100n), rows);
  expect(sellThroughBps(report)).toBe(6_250);
  expect(costOfGoodsSoldFen(report)).toBe(221n);
  expect(sellThroughBps(reportStock(amount(0, 0n), []))).toBeNull();
});

test("a report that closes below 0 misses movements and throws", () => {
  expect(() => reportStock(amount(1, 1n), [{ flow: "sold", units: 2, valueFen: 2n }])).toThrow(
    RangeError,
  );
});

test("turnover days are days by average value by cost, in tenths", () => {
  // Three days at 100, 200 and 300 fen are 200 on average; a cost of 150 is turned in 4 days.
  expect(turnoverTenthDays(600n, 150n)).toBe(40n);
  expect(turnoverTenthDays(100n, 30n)).toBe(33n);
  expect(turnoverTenthDays(100n, 1n)).toBe(1_000n);
  expect(turnoverTenthDays(100n, 0n)).toBeNull();
  expect(turnoverTenthDays(100n, -5n)).toBeNull();
});

test("stock-to-sales is the average value by net sales", () => {
  expect(stockToSalesBps(400n, 2, 400n)).toBe(5_000);
  expect(stockToSalesBps(2n, 1, 1n)).toBe(20_000);
  expect(stockToSalesBps(0n, 0, 400n)).toBeNull();
  expect(stockToSalesBps(1n, 1, 0n)).toBeNull();
  expect(stockToSalesBps(1n, 1, -1n)).toBeNull();
});

test("out-of-stock and active-SKU rates are parts: undefined of nothing, never above 1", () => {
  expect(outOfStockBps(3, 12)).toBe(2_500);
  expect(activeSkuBps(7, 7)).toBe(10_000);
  expect(activeSkuBps(0, 0)).toBeNull();
  expect(() => outOfStockBps(13, 12)).toThrow(RangeError);
  expect(() => activeSkuBps(-1, 12)).toThrow(RangeError);
});

test("the closing of one window is the opening of the next: two reports are one", () => {
  const flows = fc.array(
    fc.record({
      flow: fc.constantFrom(...STOCK_FLOWS),
      units: fc.nat(20),
      valueFen: fc.bigInt({ min: 0n, max: 999n }),
    }),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(flows, flows, (first, second) => {
      const opening = amount(1_000, 10_000n);
      const middle = reportStock(opening, first);
      const whole = reportStock(opening, [...first, ...second]);
      expect(reportStock(middle.closing, second).closing).toEqual(whole.closing);
    }),
  );
});

test("a report over costed movements closes with the value that the shelf has", () => {
  const units = fc.integer({ min: 1, max: 50 });
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), units, fc.bigInt(1n, 9_999n))), (moves) => {
      let stock = NO_STOCK;
      const made: StockFlowRow[] = [];
      for (const [isSale, count, costFen] of moves) {
        const issued = isSale ? issueStock(stock, count) : null;
        if (issued?.ok) {
          stock = issued.stock;
          made.push({ flow: "sold", units: count, valueFen: -issued.movedFen });
        } else if (!isSale) {
          stock = receiveStock(stock, count, costFen);
          made.push({ flow: "received", units: count, valueFen: costFen });
        }
      }
      expect(reportStock(NO_STOCK, made).closing).toEqual(stock);
    }),
  );
});
