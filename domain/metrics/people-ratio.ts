import { ratioBps } from "./compare";

/**
 * A share of people in basis points, 0 to 10000; null when there is nobody to be a share of.
 * The part has to belong to the whole, so a share above 1 is a wrong query, not a figure: throws
 * RangeError for it, and for counts that are negative or no integers.
 */
export function peopleRatioBps(part: number, whole: number): number | null {
  if (!Number.isSafeInteger(part) || !Number.isSafeInteger(whole) || part < 0 || part > whole) {
    throw new RangeError(`${part} people are no part of ${whole}`);
  }
  return ratioBps(part, whole);
}
