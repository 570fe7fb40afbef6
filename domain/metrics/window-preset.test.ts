import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "./calendar-day";
import { dayNumber, dayOfNumber } from "./day-number";
import { readWindow, windowDays } from "./window";
import { keptWindows, presetWindow, WINDOW_PRESETS } from "./window-preset";

const days = fc
  .integer({ min: dayNumber("1950-01-01"), max: dayNumber("2090-01-01") })
  .map(dayOfNumber);

test.each([
  ["today", "2026-11-22", "2026-11-22", "2026-11-23"],
  ["yesterday", "2024-03-01", "2024-02-29", "2024-03-01"],
  ["last_7_days", "2026-11-22", "2026-11-16", "2026-11-23"],
  ["last_30_days", "2026-03-01", "2026-01-31", "2026-03-02"],
  ["last_90_days", "2026-11-22", "2026-08-25", "2026-11-23"],
  ["this_week", "2026-11-22", "2026-11-16", "2026-11-23"],
  ["this_week", "2026-11-23", "2026-11-23", "2026-11-24"],
  ["last_week", "2027-01-01", "2026-12-21", "2026-12-28"],
  ["this_month", "2026-11-22", "2026-11-01", "2026-11-23"],
  ["last_month", "2026-01-31", "2025-12-01", "2026-01-01"],
  ["last_month", "2024-03-31", "2024-02-01", "2024-03-01"],
  ["this_quarter", "2026-11-22", "2026-10-01", "2026-11-23"],
  ["last_quarter", "2026-01-01", "2025-10-01", "2026-01-01"],
  ["last_quarter", "2026-12-31", "2026-07-01", "2026-10-01"],
  ["this_year", "2026-11-22", "2026-01-01", "2026-11-23"],
  ["last_year", "2026-11-22", "2025-01-01", "2026-01-01"],
] as const)("%s on %s is %s to %s", (preset, today, from, to) => {
  expect(presetWindow(preset, today)).toEqual({ from, to });
});

test("on any day each preset is a window that a board takes and that ends today or before", () => {
  fc.assert(
    fc.property(days, fc.constantFrom(...WINDOW_PRESETS), (today, preset) => {
      const { from, to } = presetWindow(preset, today);
      expect(readWindow(from, to)).toMatchObject({ ok: true });
      expect(to <= addDays(today, 1)).toBe(true);
    }),
  );
});

test("a whole period ends where the running one begins, and a week has seven days", () => {
  fc.assert(
    fc.property(days, (today) => {
      for (const period of ["week", "month", "quarter", "year"] as const) {
        const running = presetWindow(`this_${period}`, today);
        expect(presetWindow(`last_${period}`, today).to).toBe(running.from);
        expect(running.from <= today).toBe(true);
      }
      expect(windowDays(presetWindow("last_week", today))).toBe(7);
      expect(windowDays(presetWindow("last_7_days", today))).toBe(7);
    }),
  );
});

test("what is no day has no windows", () => {
  expect(() => presetWindow("today", "2026-02-30")).toThrow(RangeError);
});

test("the windows that are kept hold every preset and the last 365 days, none of them twice", () => {
  const kept = keptWindows("2026-11-22");
  expect(kept).toContainEqual({ from: "2025-11-23", to: "2026-11-23" });
  for (const preset of WINDOW_PRESETS)
    expect(kept).toContainEqual(presetWindow(preset, "2026-11-22"));
  const monday = keptWindows("2026-11-23").map(({ from, to }) => `${from}/${to}`);
  expect(new Set(monday).size).toBe(monday.length);
  expect(monday).toHaveLength(WINDOW_PRESETS.length);
});
