/** A value and how often it occurs. */
export type Counted = { value: number; times: number };

/**
 * Twice the median of values that are counted: the middle one doubled, or the sum of the two in the
 * middle, so that it stays whole. Null for no values. Throws RangeError for counts that are no counts.
 */
export function countedMedianTwice(counted: readonly Counted[]): bigint | null {
  if (counted.some(({ times }) => !Number.isSafeInteger(times) || times < 0)) {
    throw new RangeError("a value occurs a whole number of times");
  }
  const total = counted.reduce((sum, { times }) => sum + times, 0);
  if (total === 0) return null;
  const sorted = counted.toSorted((a, b) => a.value - b.value);
  const at = (rank: number): bigint => {
    let passed = 0;
    const found = sorted.find(({ times }) => {
      passed += times;
      return passed > rank;
    });
    return BigInt(found?.value ?? 0);
  };
  return at(Math.ceil(total / 2) - 1) + at(Math.floor(total / 2));
}
