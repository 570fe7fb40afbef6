import { expect, test } from "vitest";
import { HOP_WAIT_MINUTES, halfWithin } from "./hop-wait";

const classes = (counts: Record<number, number>) =>
  Array.from({ length: HOP_WAIT_MINUTES.length + 1 }, (_, at) => counts[at] ?? 0);

test("at least half of the hops lie below the bound, and fewer below the one before", () => {
  expect(halfWithin(classes({ 0: 5, 3: 5 }))).toBe(10);
  expect(halfWithin(classes({ 0: 4, 3: 5 }))).toBe(360);
  expect(halfWithin(classes({ 5: 1 }))).toBe(1_440);
});

test("hops that took longer than every bound have none, and no hops have no answer", () => {
  expect(halfWithin(classes({ 0: 2, 12: 3 }))).toBe("longer");
  expect(halfWithin(classes({}))).toBeNull();
});

test("the bounds go up", () => {
  expect(HOP_WAIT_MINUTES.toSorted((a, b) => a - b)).toEqual([...HOP_WAIT_MINUTES]);
});
