import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, addMonths, countDays, firstOfMonth, isCalendarDay } from "./calendar-day";
import { dayNumber, dayOfNumber } from "./day-number";

const days = fc
  .integer({ min: dayNumber("1990-01-01"), max: dayNumber("2090-01-01") })
  .map(dayOfNumber);

test.each(["2026-11-22", "2024-02-29", "2000-02-29", "1970-01-01"])("%j is a day", (text) => {
  expect(isCalendarDay(text)).toBe(true);
});

test.each([
  "2026-02-29",
  "2100-02-29",
  "2026-02-30",
  "2026-13-01",
  "2026-00-10",
  "2026-1-1",
  "2026-01-01T00:00",
  " 2026-01-01",
  "1026-01-01",
  "20260101",
  "昨天",
  "",
])("%j is no day", (text) => {
  expect(isCalendarDay(text)).toBe(false);
  expect(() => addDays(text, 1)).toThrow(RangeError);
});

test.each([
  ["2026-01-31", 1, "2026-02-28"],
  ["2024-01-31", 1, "2024-02-29"],
  ["2024-02-29", -12, "2023-02-28"],
  ["2026-03-31", -1, "2026-02-28"],
  ["2026-12-15", 1, "2027-01-15"],
  ["2026-01-15", -1, "2025-12-15"],
])("%s and %s months is %s", (day, months, expected) => {
  expect(addMonths(day, months)).toBe(expected);
  expect(firstOfMonth(day, months)).toBe(`${expected.slice(0, 7)}-01`);
});

test("days forth and back is the same day, and what was added is what is counted", () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -5_000, max: 5_000 }), (day, count) => {
      const other = addDays(day, count);
      expect(countDays(day, other)).toBe(count);
      expect(addDays(other, -count)).toBe(day);
    }),
  );
});

test("a part of a day cannot be added", () => {
  expect(() => addDays("2026-01-01", 0.5)).toThrow(RangeError);
});
