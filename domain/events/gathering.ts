/**
 * A page gathers what happens on it, and what happened on the pages before it, for so long before it tells
 * the shop: one message in place of ten. Somebody who leaves tells at once. With the roll-up's own pause
 * the newest minute is still seen within a minute.
 */
export const GATHER_MS = 25_000;

/** More is told at once. */
export const MAX_GATHERED = 50;

/** In how many milliseconds what was gathered since `firstAtMs` is due; 0 when it is. */
export function dueInMs(firstAtMs: number, count: number, nowMs: number): number {
  if (count >= MAX_GATHERED) return 0;
  return Math.max(0, Math.min(GATHER_MS, firstAtMs + GATHER_MS - nowMs));
}
