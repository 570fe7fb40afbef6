import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "./calendar-day";
import { dayNumber, dayOfNumber } from "./day-number";
import { lastDayOf, listDays, MAX_WINDOW_DAYS, previousWindow, readWindow } from "./window";

const windows = fc
  .tuple(
    fc.integer({ min: dayNumber("1995-01-01"), max: dayNumber("2080-01-01") }),
    fc.integer({ min: 1, max: 1_000 }),
  )
  .map(([first, days]) => ({ from: dayOfNumber(first), to: dayOfNumber(first + days) }));

test.each([
  ["2026-11-22", "2026-11-23"],
  ["2024-02-29", "2024-03-01"],
  ["2016-11-25", addDays("2016-11-25", MAX_WINDOW_DAYS)],
])("the window %s to %s is taken", (from, to) => {
  expect(readWindow(from, to)).toEqual({ ok: true, window: { from, to } });
});

test.each([
  ["2026-11-23", "2026-11-22", "reversed"],
  ["2026-11-22", "2026-11-22", "empty"],
  ["2016-11-22", "2026-11-22", "too_long"],
  ["2016-11-25", addDays("2016-11-25", MAX_WINDOW_DAYS + 1), "too_long"],
  ["2026-02-30", "2026-03-05", "not_a_day"],
  ["2026-03-01", "2026-02-30", "not_a_day"],
  ["", "2026-03-01", "not_a_day"],
  ["2026-03-01", "9999-12-31", "not_a_day"],
])("the window %j to %j is refused as %s", (from, to, reason) => {
  expect(readWindow(from, to)).toEqual({ ok: false, reason });
});

test("the previous window is as long, and ends where this one begins", () => {
  expect(previousWindow({ from: "2024-03-01", to: "2024-03-08" })).toEqual({
    from: "2024-02-23",
    to: "2024-03-01",
  });
  fc.assert(
    fc.property(windows, (window) => {
      const previous = previousWindow(window);
      expect(previous.to).toBe(window.from);
      expect(listDays(previous)).toHaveLength(listDays(window).length);
    }),
  );
});

test("the days of a window are in order, begin at from and do not reach to", () => {
  fc.assert(
    fc.property(windows, (window) => {
      const days = listDays(window);
      expect(days[0]).toBe(window.from);
      expect(days.at(-1)).toBe(lastDayOf(window));
      expect(days.every((day) => day < window.to)).toBe(true);
      expect([...new Set(days)].sort()).toEqual(days);
    }),
  );
});
