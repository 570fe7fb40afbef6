import fc from "fast-check";
import { expect, test } from "vitest";
import {
  ACTIVITY_ACTS,
  activityIndex,
  DEFAULT_ACTIVITY_WEIGHTS,
  judgeActivityWeights,
} from "./activity-index";

const nothing = {
  views: 0,
  visitors: 0,
  favourites: 0,
  carted: 0,
  checkedOut: 0,
  paidUnits: 0,
  effectiveShares: 0,
};

test.each([
  ["views", 1],
  ["visitors", 2],
  ["favourites", 3],
  ["carted", 5],
  ["checkedOut", 8],
  ["paidUnits", 10],
  ["effectiveShares", 10],
] as const)("one of %s alone is %s points", (act, points) => {
  expect(activityIndex({ ...nothing, [act]: 1 }, DEFAULT_ACTIVITY_WEIGHTS)).toBe(points);
});

test("days add up: the index of two days is the sum of theirs", () => {
  const counts = fc.record({
    views: fc.nat(9_999),
    visitors: fc.nat(9_999),
    favourites: fc.nat(9_999),
    carted: fc.nat(9_999),
    checkedOut: fc.nat(9_999),
    paidUnits: fc.nat(9_999),
    effectiveShares: fc.nat(9_999),
  });
  fc.assert(
    fc.property(counts, counts, counts, (one, other, weights) => {
      const both = { ...nothing };
      for (const act of ACTIVITY_ACTS) both[act] = one[act] + other[act];
      expect(activityIndex(both, weights)).toBe(
        activityIndex(one, weights) + activityIndex(other, weights),
      );
    }),
  );
});

test("the weights that a shop starts with are taken", () => {
  expect(judgeActivityWeights(DEFAULT_ACTIVITY_WEIGHTS)).toEqual({ ok: true });
  expect(judgeActivityWeights({ ...nothing, views: 100 })).toEqual({ ok: true });
});

test.each([
  [{ ...nothing, views: 0.5 }, "not_whole"],
  [{ ...nothing, views: Number.NaN }, "not_whole"],
  [{ ...nothing, carted: -1 }, "out_of_range"],
  [{ ...nothing, carted: 101 }, "out_of_range"],
  [nothing, "all_zero"],
])("weights %j are refused as %s", (weights, reason) => {
  expect(judgeActivityWeights(weights)).toEqual({ ok: false, reason });
});
