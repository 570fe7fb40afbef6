import fc from "fast-check";
import { expect, test } from "vitest";
import { medianTwice, quantile } from "./quantile";

test.each([
  [[5], 9_000, 5],
  [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 9_000, 9],
  [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 9_000, 10],
  [[10, 9, 100, 1], 5_000, 9],
  [[10, 9, 100, 1], 10_000, 100],
  [[10, 9, 100, 1], 1, 1],
  [[-1, -20, 3], 3_333, -20],
  [[-1, -20, 3], 3_334, -1],
])("of [%s] the value at %s bps is %s", (values, bps, expected) => {
  expect(quantile(values, bps)).toBe(expected);
});

test.each([
  [[3n], 6n],
  [[3n, 1n], 4n],
  [[1n, 2n], 3n],
  [[10n, 9n, 100n], 20n],
  [[9_007_199_254_740_993n, 9_007_199_254_740_995n], 18_014_398_509_481_988n],
  [[-5n, -2n, 0n, 4n], -2n],
])("twice the median of [%s] is %s", (values, expected) => {
  expect(medianTwice(values)).toBe(expected);
});

test("of nothing there is no median and no percentile", () => {
  expect(medianTwice([])).toBeNull();
  expect(quantile([], 9_000)).toBeNull();
});

test("what has no rank throws", () => {
  expect(() => quantile([1, Number.NaN, 2], 5_000)).toThrow(RangeError);
  for (const bps of [0, 10_001, 0.5, Number.NaN]) {
    expect(() => quantile([1], bps)).toThrow(RangeError);
  }
});

const lists = fc.array(fc.bigInt({ min: -50n, max: 50n }), { minLength: 1, maxLength: 60 });

test("a percentile is a value of the list that enough do not exceed, and no smaller one is", () => {
  fc.assert(
    fc.property(lists, fc.integer({ min: 1, max: 10_000 }), (values, bps) => {
      const found = quantile(values, bps) ?? 99n;
      const reaches = (limit: bigint) =>
        values.filter((value) => value <= limit).length * 10_000 >= values.length * bps;
      expect(values).toContain(found);
      expect(reaches(found)).toBe(true);
      for (const value of values) if (value < found) expect(reaches(value)).toBe(false);
    }),
  );
});

test("as many values lie above the median as below it, and the list stays as it was", () => {
  fc.assert(
    fc.property(lists, (values) => {
      const before = [...values];
      const middle = medianTwice(values) ?? 999n;
      expect(values).toEqual(before);
      const above = values.filter((value) => value * 2n > middle).length;
      const below = values.filter((value) => value * 2n < middle).length;
      expect(above * 2 <= values.length && below * 2 <= values.length).toBe(true);
      expect(medianTwice(values.map((value) => -value))).toBe(-middle);
    }),
  );
});
