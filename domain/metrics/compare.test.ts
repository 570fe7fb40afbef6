import fc from "fast-check";
import { expect, test } from "vitest";
import { changeBps, ratioBps } from "./compare";

test.each([
  [1, 4, 2_500],
  [2, 3, 6_667],
  [1, 3, 3_333],
  [1, 20_000, 1],
  [-1, 20_000, -1],
  [-1, 3, -3_333],
  [1, -3, -3_333],
  [0, 5, 0],
  [3n, 2n, 15_000],
  [10n ** 30n, 2n * 10n ** 30n, 5_000],
])("%s of %s is %s bps", (numerator, denominator, expected) => {
  expect(ratioBps(numerator, denominator)).toBe(expected);
});

test("a ratio or change with base 0 is undefined, never 0 and never 100 %", () => {
  expect(ratioBps(0, 0)).toBeNull();
  expect(ratioBps(5n, 0n)).toBeNull();
  expect(changeBps(5, 0)).toBeNull();
});

test.each([
  [150, 100, 5_000],
  [50, 100, -5_000],
  [100, 100, 0],
  [0, 100, -10_000],
  [50n, -100n, 15_000],
  [-150n, -100n, -5_000],
])("from %2$s to %1$s is a change that keeps its sign", (current, previous, expected) => {
  expect(changeBps(current, previous)).toBe(expected);
});

test("a fraction of a person is refused", () => {
  expect(() => ratioBps(1.5, 2)).toThrow(RangeError);
});

test("a change is above 0 exactly when the figure rose by a visible amount", () => {
  const figures = fc.bigInt({ min: -(10n ** 6n), max: 10n ** 6n });
  fc.assert(
    fc.property(figures, figures, (current, previous) => {
      const change = changeBps(current, previous);
      if (change === null) expect(previous).toBe(0n);
      else if (change !== 0) expect(change > 0).toBe(current > previous);
    }),
  );
});
