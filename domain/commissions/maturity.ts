const DAY_MS = 86_400_000;

/**
 * When a commission becomes available: `holdDays` days of 24 hours after the goods were received,
 * not after they were paid for. Throws RangeError unless holdDays is an integer of at least 0.
 */
export function availableAt(receivedAt: Date, holdDays: number): Date {
  if (!Number.isSafeInteger(holdDays) || holdDays < 0) {
    throw new RangeError(`holdDays must be an integer of at least 0: ${holdDays}`);
  }
  return new Date(receivedAt.getTime() + holdDays * DAY_MS);
}
