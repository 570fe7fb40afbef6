import fc from "fast-check";
import { expect, test } from "vitest";
import { divideToNearest } from "./divide-to-nearest";

test.each([
  [7n, 2n, 4n],
  [-7n, 2n, -4n],
  [7n, -2n, -4n],
  [-7n, -2n, 4n],
  [4n, 3n, 1n],
  [5n, 3n, 2n],
  [0n, -3n, 0n],
])("%s ÷ %s is %s", (numerator, base, quotient) => {
  expect(divideToNearest(numerator, base)).toBe(quotient);
});

test("a quotient with base 0 is undefined", () => {
  expect(divideToNearest(5n, 0n)).toBeNull();
});

test("no whole number is nearer to the exact quotient", () => {
  const numbers = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
  fc.assert(
    fc.property(numbers, numbers, (numerator, base) => {
      const quotient = divideToNearest(numerator, base);
      expect(quotient === null).toBe(base === 0n);
      if (quotient === null) return;
      const error = (quotient * base - numerator) * 2n;
      expect(error <= (base < 0n ? -base : base) && -error <= (base < 0n ? -base : base)).toBe(
        true,
      );
    }),
  );
});
