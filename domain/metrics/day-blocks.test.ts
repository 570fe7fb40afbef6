import fc from "fast-check";
import { expect, test } from "vitest";
import { BLOCK_DAYS, blocksOf, coverWindow, dayNumber, dayOfNumber } from "./day-blocks";

const days = fc.integer({ min: dayNumber("1999-01-01"), max: dayNumber("2040-01-01") });
const lengths = fc.integer({ min: 0, max: 3_660 });

test("the blocks of a window are its days, each once and no other", () => {
  fc.assert(
    fc.property(days, lengths, (first, length) => {
      const blocks = coverWindow(dayOfNumber(first), dayOfNumber(first + length));
      const covered = blocks.flatMap(({ days: size, index }) =>
        Array.from({ length: size }, (_, offset) => index * size + offset),
      );
      expect(covered).toEqual(Array.from({ length }, (_, offset) => first + offset));
    }),
  );
});

test("any 400 days need at most 23 blocks", () => {
  for (let first = 0; first < 128; first += 1) {
    const number = dayNumber("2026-01-01") + first;
    expect(coverWindow(dayOfNumber(number), dayOfNumber(number + 400)).length).toBeLessThanOrEqual(
      23,
    );
  }
});

test("a day lies in one block of each size", () => {
  expect(blocksOf("1970-03-07")).toEqual([
    { days: 1, index: 65 },
    { days: 4, index: 16 },
    { days: 16, index: 4 },
    { days: 64, index: 1 },
  ]);
  expect(blocksOf("2026-11-22")).toHaveLength(BLOCK_DAYS.length);
});

test.each([
  ["2026-02-02", "2026-02-01"],
  ["2016-01-01", "2026-11-22"],
  ["2026-02-30", "2026-03-01"],
])("the window %s to %s is refused", (from, to) => {
  expect(() => coverWindow(from, to)).toThrow(RangeError);
});
