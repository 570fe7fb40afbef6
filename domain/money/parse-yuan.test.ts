import fc from "fast-check";
import { expect, test } from "vitest";
import { formatYuan, formatYuanPlain } from "./format-yuan";
import { MAX_TYPED_FEN, parseYuan } from "./parse-yuan";

test.each([
  ["0", 0n],
  ["12", 1_200n],
  ["12.5", 1_250n],
  ["12.05", 1_205n],
  ["007", 700n],
  [`${"0".repeat(40)}7`, 700n],
  ["1,234.50", 123_450n],
  ["10,000,000.00", MAX_TYPED_FEN],
  [" ¥ 88 ", 8_800n],
  ["￥88.8", 8_880n],
  ["１，２３４．５０", 123_450n],
  ["３。５", 350n],
  ["　６６　", 6_600n],
])("%j is read as %s fen", (text, fen) => {
  expect(parseYuan(text)).toEqual({ ok: true, fen });
});

test.each([
  ["", "empty"],
  ["　 ", "empty"],
  ["￥", "empty"],
  ["abc", "not_a_number"],
  ["1,5", "not_a_number"],
  ["1，5", "not_a_number"],
  ["12,34", "not_a_number"],
  ["1,2345", "not_a_number"],
  ["1234,567", "not_a_number"],
  [",123", "not_a_number"],
  ["1.2.3", "not_a_number"],
  ["1.", "not_a_number"],
  [".5", "not_a_number"],
  ["1 2", "not_a_number"],
  ["1e3", "not_a_number"],
  ["0x10", "not_a_number"],
  ["+5", "not_a_number"],
  ["--5", "not_a_number"],
  ["¥¥5", "not_a_number"],
  ["￥￥5", "not_a_number"],
  ["5￥", "not_a_number"],
  ["5¥6", "not_a_number"],
  ["5²", "not_a_number"],
  ["NaN", "not_a_number"],
  ["Infinity", "not_a_number"],
  ["=1+1", "not_a_number"],
  ["1.234", "too_many_decimals"],
  ["1.500", "too_many_decimals"],
  ["-1", "negative"],
  ["-¥1", "negative"],
  ["¥-1", "negative"],
  ["－１", "negative"],
  ["10000000.01", "too_large"],
  ["9".repeat(40), "too_large"],
])("%j is refused as %s", (text, reason) => {
  expect(parseYuan(text)).toEqual({ ok: false, reason });
});

test("a megabyte of digits is refused as fast as any other text", () => {
  expect(parseYuan("9".repeat(1_000_000))).toEqual({ ok: false, reason: "too_large" });
});

test("whatever the shop prints can be typed back in", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: MAX_TYPED_FEN }), (fen) => {
      expect(parseYuan(formatYuan(fen))).toEqual({ ok: true, fen });
      expect(parseYuan(`￥${formatYuanPlain(fen)}`)).toEqual({ ok: true, fen });
    }),
  );
});

test("no text throws, and none gives an amount outside 0 to the limit", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[-¥0-9.,]{0,20}$/)), (text) => {
      const parsed = parseYuan(text);
      if (parsed.ok) expect(parsed.fen >= 0n && parsed.fen <= MAX_TYPED_FEN).toBe(true);
    }),
  );
});
