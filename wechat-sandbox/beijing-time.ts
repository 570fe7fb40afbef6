const BEIJING_OFFSET_MS = 8 * 3_600_000;

function shifted(atMs: number): string {
  return new Date(atMs + BEIJING_OFFSET_MS).toISOString();
}

/** RFC 3339 in WeChat Pay's zone, whole seconds: `2026-11-21T18:00:00+08:00`. */
export function toBeijingRfc3339(atMs: number): string {
  return `${shifted(atMs).slice(0, 19)}+08:00`;
}

/** The calendar day in Beijing, `YYYY-MM-DD`. */
export function toBeijingDate(atMs: number): string {
  return shifted(atMs).slice(0, 10);
}

/** `YYYY-MM-DD HH:mm:ss` in Beijing, as bills print it. */
export function toBeijingDateTime(atMs: number): string {
  return shifted(atMs).slice(0, 19).replace("T", " ");
}

/** Midnight in Beijing at the start of `date` (`YYYY-MM-DD`), in milliseconds. */
export function beijingMidnightMs(date: string): number {
  return Date.parse(`${date}T00:00:00+08:00`);
}
