import fc from "fast-check";
import { expect, test } from "vitest";
import { monthToDate, projectMonth } from "./month-pace";

test.each([
  ["2026-11-22", "2026-10-01", "2026-10-23", 30],
  ["2026-03-31", "2026-02-01", "2026-03-01", 31],
  ["2024-03-29", "2024-02-01", "2024-03-01", 31],
  ["2024-02-29", "2024-01-01", "2024-01-30", 29],
  ["2026-01-01", "2025-12-01", "2025-12-02", 31],
])("on %s the month is held against %s to %s", (today, from, to, days) => {
  const month = monthToDate(today);
  expect(month.lastMonth).toEqual({ from, to });
  expect(month.days).toBe(days);
  expect(month.soFar.from).toBe(`${today.slice(0, 7)}-01`);
});

test.each([
  [3_000_00n, "2026-11-11", 9_000_00n],
  [100n, "2026-11-08", 429n],
  [-70n, "2026-11-08", -300n],
  [0n, "2026-11-08", 0n],
])("%s fen over the days ended on %s come to %s", (sum, today, expected) => {
  expect(projectMonth(sum, today)).toBe(expected);
});

test("on the first of a month no day has ended, and nothing is projected", () => {
  expect(projectMonth(0n, "2026-11-01")).toBeNull();
});

test("equal days are projected to exactly all days of the month", () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 10n ** 12n }),
      fc.integer({ min: 2, max: 28 }),
      (dayFen, of) => {
        const today = `2026-02-${of.toString().padStart(2, "0")}`;
        expect(projectMonth(dayFen * BigInt(of - 1), today)).toBe(dayFen * 28n);
      },
    ),
  );
});
