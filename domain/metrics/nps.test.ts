import fc from "fast-check";
import { expect, test } from "vitest";
import { calculateNps, isNpsScore } from "./nps";

const countsOf = (scores: readonly number[]) =>
  Array.from({ length: 11 }, (_, score) => scores.filter((one) => one === score).length);

test.each([
  [[9, 10], 10_000],
  [[0, 6], -10_000],
  [[7, 8], 0],
  [[10, 6], 0],
  [[10, 9, 8, 3], 2_500],
  [[10, 7, 7], 3_333],
  [[0, 7, 7], -3_333],
])("the answers [%s] are %s bps", (scores, npsBps) => {
  expect(calculateNps(countsOf(scores)).npsBps).toBe(npsBps);
});

test("without an answer there is no score", () => {
  expect(calculateNps(countsOf([]))).toEqual({
    answers: 0,
    promoters: 0,
    passives: 0,
    detractors: 0,
    npsBps: null,
  });
});

test("each answer is counted once, and the score stays between its bounds", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1 }), (scores) => {
      const nps = calculateNps(countsOf(scores));
      expect(nps.promoters + nps.passives + nps.detractors).toBe(scores.length);
      expect(nps.answers).toBe(scores.length);
      expect(nps.npsBps).toBeGreaterThanOrEqual(-10_000);
      expect(nps.npsBps).toBeLessThanOrEqual(10_000);
      expect(nps.npsBps === 10_000).toBe(scores.every((score) => score >= 9));
    }),
  );
});

test.each([[[1, 2]], [Array.from({ length: 12 }, () => 1)], [countsOf([3]).with(0, -1)]])(
  "the counts [%s] are no answer sheet",
  (counts) => {
    expect(() => calculateNps(counts)).toThrow(RangeError);
  },
);

test.each([
  [0, true],
  [10, true],
  [11, false],
  [-1, false],
  [9.5, false],
])("%s is a score: %s", (score, is) => {
  expect(isNpsScore(score)).toBe(is);
});
