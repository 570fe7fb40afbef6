import fc from "fast-check";
import { expect, test } from "vitest";
import { dayNumber, dayOfNumber } from "./day-number";
import { listDays } from "./window";
import { findPeriod, listPeriods, PERIOD_UNITS, periodOf } from "./window-periods";

test("the weeks of a window are cut to it", () => {
  expect(listPeriods({ from: "2026-12-31", to: "2027-01-12" }, "week")).toEqual([
    { key: "2026-W53", from: "2026-12-31", to: "2027-01-04", whole: false },
    { key: "2027-W01", from: "2027-01-04", to: "2027-01-11", whole: true },
    { key: "2027-W02", from: "2027-01-11", to: "2027-01-12", whole: false },
  ]);
});

test("the months of a window are cut to it", () => {
  expect(listPeriods({ from: "2024-01-31", to: "2024-03-02" }, "month")).toEqual([
    { key: "2024-01", from: "2024-01-31", to: "2024-02-01", whole: false },
    { key: "2024-02", from: "2024-02-01", to: "2024-03-01", whole: true },
    { key: "2024-03", from: "2024-03-01", to: "2024-03-02", whole: false },
  ]);
});

test("a window of whole months ends with the last of them, without an empty period after it", () => {
  expect(listPeriods({ from: "2026-02-01", to: "2026-03-01" }, "month")).toEqual([
    { key: "2026-02", from: "2026-02-01", to: "2026-03-01", whole: true },
  ]);
});

test("a window inside one week is one period", () => {
  const window = { from: "2026-11-17", to: "2026-11-19" };
  expect(listPeriods(window, "week")).toEqual([{ ...window, key: "2026-W47", whole: false }]);
});

test("the periods' days are the window's, each once, and lie in the period that names them", () => {
  const firsts = fc.integer({ min: dayNumber("1990-01-01"), max: dayNumber("2080-01-01") });
  const lengths = fc.integer({ min: 1, max: 500 });
  fc.assert(
    fc.property(firsts, lengths, fc.constantFrom(...PERIOD_UNITS), (first, days, unit) => {
      const window = { from: dayOfNumber(first), to: dayOfNumber(first + days) };
      const periods = listPeriods(window, unit);
      expect(periods.flatMap(listDays)).toEqual(listDays(window));
      for (const period of periods) {
        expect(listDays(period).every((day) => periodOf(day, unit).key === period.key)).toBe(true);
        const { from, to } = periodOf(period.from, unit);
        expect(period.whole).toBe(period.from === from && period.to === to);
      }
    }),
  );
});

test("a week or month is found by its key", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: dayNumber("1900-01-10"), max: dayNumber("2199-12-20") }),
      fc.constantFrom("week" as const, "month" as const),
      (day, unit) => {
        const period = periodOf(dayOfNumber(day), unit);
        expect(findPeriod(period.key, unit)).toEqual(period);
      },
    ),
  );
});

test.each([
  ["2026-13", "month"],
  ["2026-1", "month"],
  ["2026-W01", "month"],
  ["2026-01-01", "month"],
  ["1526-01", "month"],
  ["2026-W00", "week"],
  ["2025-W53", "week"],
  ["2026-W1", "week"],
  ["2026-W99", "week"],
  ["2026-01", "week"],
  ["2026-W01-W02", "week"],
  ["", "week"],
  ["x".repeat(200), "month"],
] as const)("%s is no %s", (key, unit) => {
  expect(findPeriod(key, unit)).toBeNull();
});
