const beijingOffsetMs = 8 * 3_600_000;

/** RFC 3339 with +08:00 and without fractions, as WeChat Pay writes times. */
export function beijingTime(at: Date): string {
  const local = new Date(at.getTime() + beijingOffsetMs).toISOString();
  return `${local.slice(0, 19)}+08:00`;
}
