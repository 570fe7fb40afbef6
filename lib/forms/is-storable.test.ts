import { expect, test } from "vitest";
import { isStorable } from "@/lib/forms/is-storable";

test.each([
  ["粽子 🍙", true],
  ["a\0b", false],
  ["\ud800", false],
  ["\udc00\ud800", false],
  [{ lines: [{ note: "好" }] }, true],
  [{ lines: [{ note: "\0" }] }, false],
  [{ "\0": 1 }, false],
  [null, true],
  [12, true],
  [undefined, true],
])("whether %o can be kept: %s", (value, expected) => {
  expect(isStorable(value)).toBe(expected);
});

test("what is nested without end is refused, not followed", () => {
  const deep: unknown = JSON.parse(`${"[".repeat(10_000)}${"]".repeat(10_000)}`);
  expect(isStorable(deep)).toBe(false);
});
