import type { Counted } from "./counted-median";

/**
 * The smallest of the counted values that at least `bps` of all do not exceed ("nearest rank"): always a
 * value that occurs, as in quantile.ts. 5000 is the median, 9000 the 90th percentile. Null for no values.
 * Throws RangeError for a rank outside 1 to 10000 bps and for counts that are no counts.
 */
export function countedQuantile(counted: readonly Counted[], bps: number): number | null {
  if (!Number.isInteger(bps) || bps < 1 || bps > 10_000) throw new RangeError(`no rank: ${bps}`);
  if (counted.some(({ times }) => !Number.isSafeInteger(times) || times < 0)) {
    throw new RangeError("a value occurs a whole number of times");
  }
  const total = counted.reduce((sum, { times }) => sum + times, 0);
  const rank = Math.ceil((total * bps) / 10_000);
  let passed = 0;
  const found = counted
    .filter(({ times }) => times > 0)
    .toSorted((one, other) => one.value - other.value)
    .find(({ times }) => {
      passed += times;
      return passed >= rank;
    });
  return found?.value ?? null;
}
