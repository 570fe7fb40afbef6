const HOUR_MS = 3_600_000;
/** WeChat lets a transfer lapse this long after it took it (wechat.md 4.9). */
export const LAPSE_MS = 24 * HOUR_MS;
/** And then closes it, which may take longer. */
const CLOSING_MS = HOUR_MS;

/**
 * Whether a transfer that nobody can ask WeChat about has had the time to lapse there.
 * @param payout.confirmUntil 24 hours after WeChat took it; null while WeChat has not answered
 */
export function hasLapsed(
  { sentAt, confirmUntil }: { sentAt: Date | null; confirmUntil: Date | null },
  now: Date,
): boolean {
  if (sentAt === null) return false;
  const lapsesAt = Math.max(sentAt.getTime() + LAPSE_MS, confirmUntil?.getTime() ?? 0);
  return now.getTime() >= lapsesAt + CLOSING_MS;
}
