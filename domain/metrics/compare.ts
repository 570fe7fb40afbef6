import { WHOLE_BPS } from "../money/fen";
import { divideToNearest } from "./divide-to-nearest";

/**
 * A ratio in basis points, rounded to the nearest with halves away from 0; null when the base is 0,
 * because such a ratio is undefined and shown as "—". Takes fen (bigint) or counts (integers).
 * Throws RangeError for a number that is no integer.
 */
export function ratioBps(numerator: bigint | number, denominator: bigint | number): number | null {
  const bps = divideToNearest(BigInt(numerator) * BigInt(WHOLE_BPS), BigInt(denominator));
  return bps === null ? null : Number(bps);
}

/**
 * The change from the previous to the current window in basis points of the previous; null when that
 * was 0. Above 0 is always a rise, also from a negative figure such as net sales after refunds.
 */
export function changeBps(current: bigint | number, previous: bigint | number): number | null {
  const before = BigInt(previous);
  return ratioBps(BigInt(current) - before, absolute(before));
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}
