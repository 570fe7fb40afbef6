const hour = 60;
const day = 24 * hour;

/**
 * Between somebody's coming to the shop and that of a person they brought: the upper bounds of the classes,
 * in minutes. A class holds waits from the bound before it up to and without its own; the last class, after
 * the last bound, has no end.
 */
export const HOP_WAIT_MINUTES = [
  10,
  hour,
  3 * hour,
  6 * hour,
  12 * hour,
  day,
  2 * day,
  3 * day,
  7 * day,
  14 * day,
  30 * day,
  90 * day,
] as const;

/** At least half of the hops took less than so many minutes; "longer" than the last bound; null for none. */
type HalfWithin = number | "longer" | null;

/**
 * The bound below which at least half of the hops lie: true of the hops themselves although only their
 * classes are known.
 * @param counts of hops by class, one more than there are bounds
 */
export function halfWithin(counts: readonly number[]): HalfWithin {
  const hops = counts.reduce((sum, count) => sum + count, 0);
  if (hops === 0) return null;
  let soFar = 0;
  for (const [at, bound] of HOP_WAIT_MINUTES.entries()) {
    soFar += counts[at] ?? 0;
    if (soFar * 2 >= hops) return bound;
  }
  return "longer";
}
