import fc from "fast-check";
import { expect, test } from "vitest";
import { multiplyByBps, smallerFen, sumFen, WHOLE_BPS } from "./fen";

const amounts = fc.bigInt({ min: 0n, max: 10n ** 30n });
const rates = fc.integer({ min: 0, max: WHOLE_BPS });

test.each([
  [0n, 500, 0n],
  [1n, 9_999, 0n],
  [100n, 150, 1n],
  [19_999n, 1_500, 2_999n],
  [123n, WHOLE_BPS, 123n],
  [123n, 0, 0n],
  [90_071_992_547_409_930n, 1, 9_007_199_254_740n],
])("%s fen at %s bps is %s fen, rounded down", (amountFen, bps, expected) => {
  expect(multiplyByBps(amountFen, bps)).toBe(expected);
});

test("a rate's product is the largest integer not above the exact product", () => {
  fc.assert(
    fc.property(amounts, rates, (amountFen, bps) => {
      const product = multiplyByBps(amountFen, bps);
      const exactTimesWhole = amountFen * BigInt(bps);
      expect(product * 10_000n).toBeLessThanOrEqual(exactTimesWhole);
      expect((product + 1n) * 10_000n).toBeGreaterThan(exactTimesWhole);
    }),
  );
});

test.each([
  [-1n, 100],
  [1n, -1],
  [1n, 1.5],
  [1n, Number.NaN],
  [1n, 2 ** 53],
])("multiplying %s fen by %s bps is a broken assumption and throws", (amountFen, bps) => {
  expect(() => multiplyByBps(amountFen, bps)).toThrow(RangeError);
});

test("a sum is exact beyond the reach of numbers, and 0 for nothing", () => {
  expect(sumFen([])).toBe(0n);
  expect(sumFen([9_007_199_254_740_993n, 1n, -3n])).toBe(9_007_199_254_740_991n);
});

test("the smaller of two amounts is found on either side", () => {
  expect(smallerFen(1n, 2n)).toBe(1n);
  expect(smallerFen(2n, -1n)).toBe(-1n);
  expect(smallerFen(3n, 3n)).toBe(3n);
});
