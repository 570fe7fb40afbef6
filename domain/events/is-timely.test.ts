import { expect, test } from "vitest";
import { isTimely } from "./is-timely";

const now = new Date("2026-03-01T00:00:00.000Z");
const before = (ms: number) => new Date(now.getTime() - ms);
const hours = (count: number) => count * 3_600_000;

test.each([
  ["this moment", 0, true],
  ["72 hours ago, to the millisecond", hours(72), true],
  ["a millisecond more", hours(72) + 1, false],
  ["a hundred years ago", hours(24 * 36_525), false],
  ["a clock five minutes ahead", -300_000, true],
  ["a clock further ahead", -300_001, false],
])("an event of %s", (_what, ageMs, timely) => {
  expect(isTimely(before(ageMs), now)).toBe(timely);
});
