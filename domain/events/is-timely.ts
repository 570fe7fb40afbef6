const HOUR_MS = 3_600_000;
/** Later than this, the days that an event belongs to are closed (analytics.md, common rules). */
const LATEST_MS = 72 * HOUR_MS;
/** Phones' clocks run a little ahead; one that is further off tells nothing true. */
const AHEAD_MS = 5 * 60_000;

/** Whether an event of that moment still counts when it arrives: at most 72 hours late, not in the future. */
export function isTimely(at: Date, receivedAt: Date): boolean {
  const lateMs = receivedAt.getTime() - at.getTime();
  return lateMs <= LATEST_MS && lateMs >= -AHEAD_MS;
}
