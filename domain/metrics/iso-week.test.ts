import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "./calendar-day";
import { dayNumber, dayOfNumber } from "./day-number";
import { isoWeek, isoWeekWindow, mondayOf } from "./iso-week";
import { listDays } from "./window";

const days = fc
  .integer({ min: dayNumber("1950-01-01"), max: dayNumber("2090-01-01") })
  .map(dayOfNumber);

test.each([
  ["2026-11-22", "2026-W47"],
  ["2026-11-23", "2026-W48"],
  ["2026-12-31", "2026-W53"],
  ["2027-01-03", "2026-W53"],
  ["2027-01-04", "2027-W01"],
  ["2024-12-30", "2025-W01"],
  ["2023-01-01", "2022-W52"],
  ["2020-02-29", "2020-W09"],
])("%s lies in %s", (day, week) => {
  expect(isoWeek(day)).toBe(week);
});

test("a week has seven days from Monday to Sunday, and all of them lie in it", () => {
  fc.assert(
    fc.property(days, (day) => {
      const week = isoWeek(day);
      const ofWeek = listDays(isoWeekWindow(week));
      expect(ofWeek).toHaveLength(7);
      expect(ofWeek).toContain(day);
      expect(ofWeek.every((other) => isoWeek(other) === week)).toBe(true);
      expect(new Date(`${mondayOf(day)}T00:00:00Z`).getUTCDay()).toBe(1);
      expect(isoWeek(addDays(mondayOf(day), -1))).not.toBe(week);
    }),
  );
});

test.each(["2025-W53", "2026-W00", "2026-W54", "2026-47", "2026-W1", "0026-W01", ""])(
  "%j is no week",
  (week) => {
    expect(() => isoWeekWindow(week)).toThrow(RangeError);
  },
);
