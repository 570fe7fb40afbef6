import fc from "fast-check";
import { expect, test } from "vitest";
import { sumFen } from "../money/fen";
import { priceOrder } from "./price-order";

const lineLists = fc.array(
  fc.record({
    key: fc.uuid(),
    unitPriceFen: fc.bigInt({ min: 0n, max: 10n ** 9n }),
    quantity: fc.integer({ min: 1, max: 999 }),
  }),
  { maxLength: 30 },
);
const amounts = fc.bigInt({ min: 0n, max: 10n ** 12n });

test("a discount is spread over the lines by their gross amounts and freight is added once", () => {
  const priced = priceOrder({
    lines: [
      { key: "a", unitPriceFen: 3_990n, quantity: 2, listPriceFen: 4_990n },
      { key: "b", unitPriceFen: 1_000n, quantity: 1 },
    ],
    discountFen: 1_000n,
    freightFen: 800n,
  });
  expect(priced).toEqual({
    lines: [
      {
        key: "a",
        quantity: 2,
        listPriceFen: 4_990n,
        unitPriceFen: 3_990n,
        grossFen: 7_980n,
        proratedDiscountFen: 889n,
        payableFen: 7_091n,
      },
      {
        key: "b",
        quantity: 1,
        listPriceFen: null,
        unitPriceFen: 1_000n,
        grossFen: 1_000n,
        proratedDiscountFen: 111n,
        payableFen: 889n,
      },
    ],
    goodsFen: 8_980n,
    discountFen: 1_000n,
    freightFen: 800n,
    payableFen: 8_780n,
  });
});

test("a discount above the goods takes the goods and never pays for freight", () => {
  const lines = [{ key: "a", unitPriceFen: 3_000n, quantity: 1 }];
  const priced = priceOrder({ lines, discountFen: 5_000n, freightFen: 600n });
  expect(priced).toMatchObject({ discountFen: 3_000n, payableFen: 600n });
  expect(priced.lines[0]).toMatchObject({ proratedDiscountFen: 3_000n, payableFen: 0n });
});

test("lines and totals agree to the fen, and no line is below 0", () => {
  fc.assert(
    fc.property(lineLists, amounts, amounts, (lines, discountFen, freightFen) => {
      const priced = priceOrder({ lines, discountFen, freightFen });
      const sumOf = (pick: (line: (typeof priced.lines)[number]) => bigint) =>
        sumFen(priced.lines.map(pick));
      expect(sumOf((line) => line.grossFen)).toBe(priced.goodsFen);
      expect(sumOf((line) => line.proratedDiscountFen)).toBe(priced.discountFen);
      expect(sumOf((line) => line.payableFen) + priced.freightFen).toBe(priced.payableFen);
      expect(priced.lines.map((line) => line.key)).toEqual(lines.map((line) => line.key));
      for (const line of priced.lines) {
        expect(line.payableFen).toBe(line.grossFen - line.proratedDiscountFen);
        expect(line.payableFen >= 0n).toBe(true);
      }
    }),
  );
});

test.each([0, -1, 1.5, 2 ** 53, Number.NaN])("a quantity of %s throws", (quantity) => {
  const lines = [{ key: "a", unitPriceFen: 1n, quantity }];
  expect(() => priceOrder({ lines, discountFen: 0n, freightFen: 0n })).toThrow(RangeError);
});

test("negative prices, discounts and freights throw", () => {
  const lines = [{ key: "a", unitPriceFen: 1n, quantity: 1 }];
  const negative = [{ key: "a", unitPriceFen: -1n, quantity: 1 }];
  expect(() => priceOrder({ lines, discountFen: -1n, freightFen: 0n })).toThrow(RangeError);
  expect(() => priceOrder({ lines, discountFen: 0n, freightFen: -1n })).toThrow(RangeError);
  expect(() => priceOrder({ lines: negative, discountFen: 0n, freightFen: 0n })).toThrow(
    RangeError,
  );
});
