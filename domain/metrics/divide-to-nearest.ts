/**
 * A quotient of whole numbers to the nearest whole, halves away from 0; null for the base 0, because
 * such a quotient is undefined. Exact for any size.
 */
export function divideToNearest(numerator: bigint, base: bigint): bigint | null {
  if (base === 0n) return null;
  const negative = numerator < 0n !== base < 0n;
  const size = base < 0n ? -base : base;
  const rounded = ((numerator < 0n ? -numerator : numerator) * 2n + size) / (size * 2n);
  return negative ? -rounded : rounded;
}
