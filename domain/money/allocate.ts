import { type Fen, sumFen } from "./fen";

/**
 * Splits `totalFen` in proportion to `weights` so that the parts sum to it exactly.
 * Each part is its exact share rounded down; the fen left over go to the largest remainders, ties to
 * the lower index, so a part is never a whole fen away from its exact share and a weight of 0 gets 0.
 * When all weights are 0 they count as equal. Throws RangeError for negative numbers and for
 * something to split among nobody.
 */
export function allocateByLargestRemainder(totalFen: Fen, weights: readonly Fen[]): Fen[] {
  if (totalFen < 0n) throw new RangeError(`totalFen must not be negative: ${totalFen}`);
  if (weights.some((weight) => weight < 0n)) throw new RangeError("weights must not be negative");
  if (weights.length === 0) {
    if (totalFen === 0n) return [];
    throw new RangeError(`nobody to allocate ${totalFen} fen to`);
  }

  const weightSum = sumFen(weights);
  if (weightSum === 0n) {
    return allocateByLargestRemainder(
      totalFen,
      weights.map(() => 1n),
    );
  }

  const parts = weights.map((weight) => (totalFen * weight) / weightSum);
  const remainders = weights.map((weight, index) => ({
    index,
    remainder: (totalFen * weight) % weightSum,
  }));
  remainders.sort((a, b) => compareDescending(a.remainder, b.remainder) || a.index - b.index);

  const leftOver = Number(totalFen - sumFen(parts));
  const rounded = new Set(remainders.slice(0, leftOver).map(({ index }) => index));
  return parts.map((part, index) => (rounded.has(index) ? part + 1n : part));
}

function compareDescending(a: bigint, b: bigint): number {
  if (a === b) return 0;
  return a > b ? -1 : 1;
}
