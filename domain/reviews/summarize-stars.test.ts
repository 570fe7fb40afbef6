import fc from "fast-check";
import { expect, test } from "vitest";
import { summarizeStars } from "./summarize-stars";

test("the mean is in tenths of a star with halves up, good are 4 and 5 stars", () => {
  expect(summarizeStars([0, 0, 0, 1, 1])).toEqual({ reviews: 2, meanTenths: 45, goodBps: 10_000 });
  expect(summarizeStars([1, 0, 1, 1, 1])).toEqual({ reviews: 4, meanTenths: 33, goodBps: 5_000 });
  expect(summarizeStars([1, 0, 0, 0, 0])).toEqual({ reviews: 1, meanTenths: 10, goodBps: 0 });
});

test("without a review there is no score and no rate", () => {
  expect(summarizeStars([0, 0, 0, 0, 0])).toEqual({ reviews: 0, meanTenths: null, goodBps: null });
});

test("score and rate never leave their bounds", () => {
  const count = fc.nat({ max: 1_000_000 });
  fc.assert(
    fc.property(fc.tuple(count, count, count, count, count), (counts) => {
      const { reviews, meanTenths, goodBps } = summarizeStars(counts);
      if (reviews === 0) return meanTenths === null && goodBps === null;
      return (
        meanTenths !== null &&
        goodBps !== null &&
        meanTenths >= 10 &&
        meanTenths <= 50 &&
        goodBps >= 0 &&
        goodBps <= 10_000
      );
    }),
  );
});

test("counts that are none are refused", () => {
  expect(() => summarizeStars([-1, 0, 0, 0, 0])).toThrow(RangeError);
  expect(() => summarizeStars([0, 0.5, 0, 0, 0])).toThrow(RangeError);
});
