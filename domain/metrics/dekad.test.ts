import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, firstOfMonth } from "./calendar-day";
import { cutDekads, cutMonths, firstOfDekad, listFirsts, nextDekad } from "./dekad";
import { type DayWindow, listDays } from "./window";

const windowOf = fc
  .record({ start: fc.integer({ min: 0, max: 1_500 }), days: fc.integer({ min: 1, max: 500 }) })
  .map(({ start, days }) => {
    const from = addDays("2027-01-01", start);
    return { from, to: addDays(from, days) };
  });
const all = (ranges: readonly DayWindow[]) => ranges.flatMap(listDays);

test("a month has three dekads, and the last ends with it", () => {
  expect(["2028-02-01", "2028-02-10", "2028-02-11", "2028-02-29"].map(firstOfDekad)).toEqual([
    "2028-02-01",
    "2028-02-01",
    "2028-02-11",
    "2028-02-21",
  ]);
  expect(["2028-02-05", "2028-02-20", "2028-02-21", "2028-12-31"].map(nextDekad)).toEqual([
    "2028-02-11",
    "2028-02-21",
    "2028-03-01",
    "2029-01-01",
  ]);
});

test("a window is cut into days, whole dekads and whole months that hold each of its days once", () => {
  fc.assert(
    fc.property(windowOf, (window) => {
      const byDekads = cutDekads(window);
      const byMonths = cutMonths(window);
      for (const cut of [{ ...byDekads, months: [] }, byMonths]) {
        const days = [...all(cut.days), ...all(cut.dekads), ...all(cut.months)].sort();
        expect(days).toEqual(listDays(window));
        for (const { from, to } of cut.dekads) {
          expect([firstOfDekad(from), firstOfDekad(to)]).toEqual([from, to]);
        }
        for (const { from, to } of cut.months) {
          expect([firstOfMonth(from), firstOfMonth(to)]).toEqual([from, to]);
        }
        expect(all(cut.days).length).toBeLessThan(21);
      }
      expect(all(byMonths.dekads).length).toBeLessThan(55);
    }),
  );
});

test("the rows of windows begin with the first days of their months, dekads and days, window by window", () => {
  fc.assert(
    fc.property(windowOf, windowOf, (one, other) => {
      const cuts = [one, other].map(cutMonths);
      const days = cuts.flatMap((cut) => all(cut.days));
      const dekads = cuts
        .flatMap((cut) => all(cut.dekads))
        .filter((day) => firstOfDekad(day) === day);
      const months = cuts
        .flatMap((cut) => all(cut.months))
        .filter((day) => firstOfMonth(day) === day);
      expect(listFirsts(cuts)).toEqual({ months, dekads, days });
    }),
  );
});
