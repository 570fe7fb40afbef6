import { expect, test } from "vitest";
import { readAmountCursor, writeAmountCursor } from "./amount-cursor";

const id = "0198a000-0000-7000-8000-00000000000f";

test.each([0n, -12_345n, 999_999_999_999_999_999n])(
  "a cursor at %s fen is read as written",
  (fen) => {
    expect(readAmountCursor(writeAmountCursor({ fen, id }))).toEqual({ fen, id });
  },
);

test.each([
  undefined,
  "",
  "1",
  `x.${id}`,
  `1.${"-".repeat(36)}`,
  `${"9".repeat(19)}.${id}`,
  `1.${id}x`,
])("%s is no cursor", (text) => {
  expect(readAmountCursor(text)).toBeNull();
});
