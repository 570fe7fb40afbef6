import { ratioBps } from "../metrics/compare";
import { divideToNearest } from "../metrics/divide-to-nearest";
import type { Bps } from "../money/fen";

/** How many reviews there are of 1 to 5 stars, in this order. */
export type StarCounts = readonly [number, number, number, number, number];

/** `meanTenths` is the mean in tenths of a star, 47 for "4.7"; both are null without a review. */
export type StarSummary = { reviews: number; meanTenths: number | null; goodBps: Bps | null };

/**
 * Score and good-review rate of a product or shop (analytics.md, board 11): the mean, halves up, and
 * the share of 4 and 5 stars. Throws RangeError for counts below 0 or broken ones.
 */
export function summarizeStars(counts: StarCounts): StarSummary {
  if (counts.some((count) => !Number.isSafeInteger(count) || count < 0)) {
    throw new RangeError("reviews are counted in whole numbers from 0");
  }
  const reviews = counts.reduce((sum, count) => sum + count, 0);
  const stars = counts.reduce((sum, count, index) => sum + count * (index + 1), 0);
  const tenths = divideToNearest(BigInt(stars) * 10n, BigInt(reviews));
  return {
    reviews,
    meanTenths: tenths === null ? null : Number(tenths),
    goodBps: ratioBps(counts[3] + counts[4], reviews),
  };
}
