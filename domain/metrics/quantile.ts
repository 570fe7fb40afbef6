/**
 * The smallest of the values that at least `bps` of them do not exceed (the "nearest rank"): always a
 * value that occurs, so nothing is rounded and fen stay whole. 9000 is the 90th percentile. Null for
 * no values. Throws RangeError for a rank outside 1 to 10000 bps and for NaN.
 */
export function quantile<T extends number | bigint>(values: readonly T[], bps: number): T | null {
  if (!Number.isInteger(bps) || bps < 1 || bps > 10_000) throw new RangeError(`no rank: ${bps}`);
  if (values.length === 0) return null;
  const rank = Math.ceil((values.length * bps) / 10_000);
  return sortAscending(values)[rank - 1] ?? null;
}

/**
 * The middle of the values, or the mean of the two in the middle, as twice its size: an exact integer
 * for fen and whole days, whose half the screen writes with ",5". Null for no values.
 */
export function medianTwice(values: readonly bigint[]): bigint | null {
  const sorted = sortAscending(values);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : lower + upper;
}

function sortAscending<T extends number | bigint>(values: readonly T[]): T[] {
  // NaN has no place in an order: it would leave the others unsorted without a word.
  if (values.some((value) => Number.isNaN(value))) throw new RangeError("NaN has no rank");
  return values.toSorted((a, b) => {
    if (a === b) return 0;
    return a < b ? -1 : 1;
  });
}
