import { expect, test } from "vitest";
import { dueInMs, GATHER_MS, MAX_GATHERED } from "./gathering";

test("what was gathered is due 25 seconds after its first, a full message at once", () => {
  expect(dueInMs(1_000, 1, 1_000)).toBe(GATHER_MS);
  expect(dueInMs(1_000, 49, 11_000)).toBe(GATHER_MS - 10_000);
  expect(dueInMs(1_000, 1, 1_000 + GATHER_MS)).toBe(0);
  expect(dueInMs(1_000, 1, 90_000)).toBe(0);
  expect(dueInMs(1_000, MAX_GATHERED, 1_000)).toBe(0);
});

test("a clock that was set back does not hold it for longer", () => {
  expect(dueInMs(9_000_000, 1, 1_000)).toBe(GATHER_MS);
});
