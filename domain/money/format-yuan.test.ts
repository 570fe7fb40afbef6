import fc from "fast-check";
import { expect, test } from "vitest";
import { formatYuan, formatYuanPlain, showYuan } from "./format-yuan";

test.each([
  [0n, "0.00", "0.00"],
  [5n, "0.05", "0.05"],
  [-5n, "-0.05", "-0.05"],
  [99_999n, "999.99", "999.99"],
  [100_000n, "1,000.00", "1000.00"],
  [123_450n, "1,234.50", "1234.50"],
  [-123_456_789n, "-1,234,567.89", "-1234567.89"],
  [9_007_199_254_740_993_00n, "9,007,199,254,740,993.00", "9007199254740993.00"],
])("%s fen reads %s, and %s without separators", (fen, grouped, plain) => {
  expect(formatYuan(fen)).toBe(grouped);
  expect(formatYuanPlain(fen)).toBe(plain);
});

test.each([
  [0n, "¥0.00"],
  [123_450n, "¥1,234.50"],
  [-5n, "-¥0.05"],
])("%s fen are shown as %s: the minus stands before the currency", (fen, shown) => {
  expect(showYuan(fen)).toBe(shown);
});

test("both forms carry every fen: without separators and point they are the amount again", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), (fen) => {
      expect(BigInt(formatYuan(fen).replaceAll(/[,.]/g, ""))).toBe(fen);
      expect(formatYuan(fen).replaceAll(",", "")).toBe(formatYuanPlain(fen));
    }),
  );
});
