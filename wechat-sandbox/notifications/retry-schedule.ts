const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/**
 * Waits between a failed attempt and the next: 15s/15s/30s/3m/10m/20m/30m/30m/30m/60m/3h/3h/3h/6h/6h,
 * 24 hours and 4 minutes in all. Source: WeChat Pay's notification page (wechat.md 4.4).
 */
export const RETRY_WAITS_MS: readonly number[] = [
  15 * SECOND,
  15 * SECOND,
  30 * SECOND,
  3 * MINUTE,
  10 * MINUTE,
  20 * MINUTE,
  30 * MINUTE,
  30 * MINUTE,
  30 * MINUTE,
  60 * MINUTE,
  3 * HOUR,
  3 * HOUR,
  3 * HOUR,
  6 * HOUR,
  6 * HOUR,
];

function times(count: number, waitMs: number): number[] {
  return Array.from({ length: count }, () => waitMs);
}

/**
 * The table of transfer notifications is another one: 15s ten times, 300s ten times, 1800s
 * forty-four times. Source: WeChat Pay's page of this notification (wechat.md 4.9).
 */
export const TRANSFER_RETRY_WAITS_MS: readonly number[] = [
  ...times(10, 15 * SECOND),
  ...times(10, 5 * MINUTE),
  ...times(44, 30 * MINUTE),
];

/**
 * How long to wait after the `attempt`-th failure (1 is the first), in milliseconds divided by
 * `timeScale`; null when WeChat gives up.
 */
export function retryWaitMs(
  attempt: number,
  timeScale: number,
  waits: readonly number[] = RETRY_WAITS_MS,
): number | null {
  const wait = waits[attempt - 1];
  return wait === undefined ? null : wait / timeScale;
}
