import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, countDays } from "./calendar-day";
import { countWindow, joinDays, type Move, sumMoves } from "./count-window";

const start = "2024-02-20";
const dayAt = (n: number) => addDays(start, n);

/** People with the days (0-59) on which they acted: over a leap day and two month borders. */
const people = fc.array(fc.uniqueArray(fc.nat(59), { maxLength: 12 }), { maxLength: 30 });
const window = fc
  .tuple(fc.integer({ min: -5, max: 60 }), fc.integer({ min: 1, max: 70 }))
  .map(([from, days]) => ({ from: dayAt(from), to: dayAt(from + days) }));

function reachesOf(acts: readonly number[][]) {
  const moves = new Map<number, Move[]>();
  for (const days of acts) {
    const sorted = days.toSorted((a, b) => a - b);
    for (const [at, day] of sorted.entries()) {
      const before = sorted[at - 1];
      const move = { newGap: 0, oldGap: before === undefined ? null : day - before };
      moves.set(day, [...(moves.get(day) ?? []), move]);
    }
  }
  return [...moves].map(([day, list]) => ({ day: dayAt(day), ...sumMoves(list) }));
}

test("any window counts each person who acted in it once", () => {
  fc.assert(
    fc.property(people, window, (acts, asked) => {
      const wanted = acts.filter((days) =>
        days.some((day) => dayAt(day) >= asked.from && dayAt(day) < asked.to),
      ).length;
      expect(countWindow(reachesOf(acts), asked)).toBe(wanted);
    }),
  );
});

test("who must have done two things is counted when the earlier of the two last ones lies in the window", () => {
  const both = fc.array(
    fc.tuple(
      fc.uniqueArray(fc.nat(59), { maxLength: 6 }),
      fc.uniqueArray(fc.nat(59), { maxLength: 6 }),
    ),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(both, window, (acts, asked) => {
      const moves = new Map<number, Move[]>();
      const last = (days: number[], until: number) =>
        Math.max(-1, ...days.filter((d) => d <= until));
      for (const [a, b] of acts) {
        for (const day of new Set([...a, ...b])) {
          const now = Math.min(last(a, day), last(b, day));
          const before = Math.min(last(a, day - 1), last(b, day - 1));
          if (now <= before) continue;
          const move = { newGap: day - now, oldGap: before < 0 ? null : day - before };
          moves.set(day, [...(moves.get(day) ?? []), move]);
        }
      }
      const rows = [...moves].map(([day, list]) => ({ day: dayAt(day), ...sumMoves(list) }));
      const isIn = (day: number) => dayAt(day) >= asked.from && dayAt(day) < asked.to;
      const wanted = acts.filter(([a, b]) => a.some(isIn) && b.some(isIn)).length;
      expect(countWindow(rows, asked)).toBe(wanted);
    }),
  );
});

test("a last act that moves backwards is refused", () => {
  expect(() => sumMoves([{ newGap: 3, oldGap: 2 }])).toThrow(RangeError);
  expect(countDays(start, dayAt(9))).toBe(9);
});

test("days that are joined add the same people to every window that began with them or before", () => {
  const span = fc.tuple(fc.nat(50), fc.integer({ min: 1, max: 11 }), fc.nat(70));
  fc.assert(
    fc.property(people, span, (acts, [at, length, before]) => {
      const joined = { from: dayAt(at), to: dayAt(at + length) };
      const days = reachesOf(acts);
      const own = days.filter(({ day }) => day >= joined.from && day < joined.to);
      const block = { day: joined.from, ...joinDays(own, joined.from) };
      const asked = { from: dayAt(at - before), to: joined.to };
      expect(countWindow([block], asked)).toBe(countWindow(own, asked));
    }),
  );
});
