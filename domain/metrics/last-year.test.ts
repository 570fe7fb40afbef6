import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "./calendar-day";
import { dayNumber, dayOfNumber } from "./day-number";
import { samePeriodLastYear } from "./last-year";
import { windowDays } from "./window";

test.each([
  ["a day", "2026-11-22", "2026-11-23", "2025-11-22", "2025-11-23"],
  ["the leap day", "2024-02-29", "2024-03-01", "2023-02-28", "2023-03-01"],
  ["the day before the leap day", "2024-02-28", "2024-02-29", "2023-02-28", "2023-03-01"],
  ["the day that was before a leap day", "2025-02-28", "2025-03-01", "2024-02-28", "2024-02-29"],
  ["a leap February", "2024-02-01", "2024-03-01", "2023-02-01", "2023-03-01"],
  ["a February after a leap year", "2025-02-01", "2025-03-01", "2024-02-01", "2024-03-01"],
  ["a leap February to date", "2024-02-01", "2024-02-29", "2023-02-01", "2023-03-01"],
  ["a year", "2025-01-01", "2026-01-01", "2024-01-01", "2025-01-01"],
  ["a week over New Year", "2025-12-29", "2026-01-05", "2024-12-29", "2025-01-05"],
])("%s is compared with its days a year before", (_what, from, to, lastFrom, lastTo) => {
  expect(samePeriodLastYear({ from, to })).toEqual({ from: lastFrom, to: lastTo });
});

test("the period is never empty, begins at the same day, and differs by a leap day at most", () => {
  const firsts = fc.integer({ min: dayNumber("1980-01-01"), max: dayNumber("2080-01-01") });
  fc.assert(
    fc.property(firsts, fc.integer({ min: 1, max: 365 }), (first, days) => {
      const window = { from: dayOfNumber(first), to: addDays(dayOfNumber(first), days) };
      const period = samePeriodLastYear(window);
      expect(windowDays(period)).toBeGreaterThan(0);
      expect(Math.abs(windowDays(period) - days)).toBeLessThanOrEqual(1);
      if (!window.from.endsWith("-02-29")) {
        expect(period.from.slice(5)).toBe(window.from.slice(5));
      }
    }),
    { numRuns: 1_000 },
  );
});
