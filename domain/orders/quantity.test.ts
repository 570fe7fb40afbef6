import fc from "fast-check";
import { expect, test } from "vitest";
import { MAX_LINE_QUANTITY, MIN_LINE_QUANTITY, parseQuantity } from "./quantity";

test.each([
  [1, 1],
  [999, 999],
  ["1", 1],
  ["999", 999],
])("%j is a quantity of %s", (value, quantity) => {
  expect(parseQuantity(value)).toEqual({ ok: true, quantity });
});

test.each([
  [0, "too_small"],
  [-1, "too_small"],
  ["-1", "too_small"],
  ["0", "too_small"],
  [1000, "too_large"],
  [2 ** 53, "too_large"],
  ["9007199254740992", "too_large"],
  [1.5, "not_an_integer"],
  [Number.NaN, "not_an_integer"],
  [Number.POSITIVE_INFINITY, "not_an_integer"],
  ["1.5", "not_an_integer"],
  ["1e2", "not_an_integer"],
  ["0x10", "not_an_integer"],
  [" 3", "not_an_integer"],
  ["", "not_an_integer"],
  ["9".repeat(101), "not_an_integer"],
  [3n, "not_an_integer"],
  [true, "not_an_integer"],
  [null, "not_an_integer"],
  [undefined, "not_an_integer"],
  [[3], "not_an_integer"],
  [{ valueOf: () => 3 }, "not_an_integer"],
])("%o is refused as %s", (value, reason) => {
  expect(parseQuantity(value)).toEqual({ ok: false, reason });
});

test("whatever a client sends, nothing throws and only integers from 1 to 999 pass", () => {
  fc.assert(
    fc.property(fc.oneof(fc.anything(), fc.double(), fc.integer().map(String)), (value) => {
      const parsed = parseQuantity(value);
      if (!parsed.ok) return;
      expect(Number.isInteger(parsed.quantity)).toBe(true);
      expect(parsed.quantity).toBeGreaterThanOrEqual(MIN_LINE_QUANTITY);
      expect(parsed.quantity).toBeLessThanOrEqual(MAX_LINE_QUANTITY);
    }),
  );
});
