import fc from "fast-check";
import { expect, test } from "vitest";
import { peopleRatioBps } from "./people-ratio";

test.each([
  [1, 3, 3_333],
  [2, 3, 6_667],
  [3, 3, 10_000],
  [0, 3, 0],
])("%s of %s people are %s bps", (part, whole, bps) => {
  expect(peopleRatioBps(part, whole)).toBe(bps);
});

test("a share of nobody is undefined", () => {
  expect(peopleRatioBps(0, 0)).toBeNull();
});

test.each([
  [2, 1],
  [1, 0],
  [-1, 3],
  [0.5, 3],
  [1, Number.NaN],
])("%s of %s people is a wrong query and throws", (part, whole) => {
  expect(() => peopleRatioBps(part, whole)).toThrow(RangeError);
});

test("no share of people is above 1 or below 0, and only everybody is all of them", () => {
  fc.assert(
    fc.property(fc.nat(1_000), fc.nat(1_000), (a, b) => {
      const bps = peopleRatioBps(Math.min(a, b), Math.max(a, b));
      expect(bps === null).toBe(Math.max(a, b) === 0);
      if (bps === null) return;
      expect(bps >= 0 && bps <= 10_000).toBe(true);
      expect(bps === 10_000).toBe(a === b);
    }),
  );
});
