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

/**
 * How long to wait after the `attempt`-th failure (1 is the first), in milliseconds divided by
 * `timeScale`; null when WeChat gives up.
 */
export function retryWaitMs(attempt: number, timeScale: number): number | null {
  const wait = RETRY_WAITS_MS[attempt - 1];
  return wait === undefined ? null : wait / timeScale;
}
