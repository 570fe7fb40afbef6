import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "./calendar-day";
import {
  activeKind,
  activeTenthDaysPerPerson,
  silenceOf,
  stickinessBps,
} from "./customer-activity";

const window = { from: "2026-11-16", to: "2026-11-23" };

test.each([
  ["2026-11-15", "returning"],
  ["2026-11-16", "new"],
  ["2026-11-22", "new"],
])("an active person first seen on %s is %s", (firstDay, kind) => {
  expect(activeKind(firstDay, window)).toBe(kind);
});

test.each([
  [0, "awake"],
  [29, "awake"],
  [30, "dormant"],
  [89, "dormant"],
  [90, "lost"],
  [4_000, "lost"],
])("%s days without an act are %s", (days, silence) => {
  expect(silenceOf(addDays("2026-11-22", -days), window)).toBe(silence);
});

test.each([
  [[2, 2, 2], 2, 10_000],
  [[1, 0, 1], 2, 3_333],
  [[3, 0], 3, 5_000],
  [[0, 0], 0, null],
  [[], 0, null],
])("days of [%s] people, %s together, stick at %s bps", (days, actives, bps) => {
  expect(stickinessBps(days, actives)).toBe(bps);
});

test.each([
  [[3, 1], 2],
  [[1, 1], 3],
])("days of [%s] people cannot be %s together", (days, actives) => {
  expect(() => stickinessBps(days, actives)).toThrow(RangeError);
});

test("active days per person are acts' days by people, in tenths", () => {
  expect(activeTenthDaysPerPerson([2, 1, 1], 3)).toBe(13n);
  expect(activeTenthDaysPerPerson([0], 0)).toBeNull();
});

test("whoever comes on whichever days, stickiness lies above 0 and is never above 1", () => {
  const people = fc.array(fc.uniqueArray(fc.nat(29), { minLength: 1 }), { minLength: 1 });
  fc.assert(
    fc.property(people, (lists) => {
      const daily = Array.from(
        { length: 30 },
        (_, day) => lists.filter((days) => days.includes(day)).length,
      );
      const bps = stickinessBps(daily, lists.length) ?? 0;
      expect(bps > 0 && bps <= 10_000).toBe(true);
      expect(activeTenthDaysPerPerson(daily, lists.length)).toBeGreaterThanOrEqual(10n);
    }),
  );
});
