/** A customer is asked at most once in so many days. */
const NPS_PAUSE_DAYS = 90;
const DAY_MS = 86_400_000;

/** Whoever answered after this moment is not asked again yet. */
export function npsPauseFrom(now: Date): Date {
  return new Date(now.getTime() - NPS_PAUSE_DAYS * DAY_MS);
}
