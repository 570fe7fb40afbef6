const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** China keeps one time, eight hours before UTC, without daylight saving since 1991. */
const SHANGHAI_OFFSET_MS = 8 * HOUR_MS;

/** The calendar day in Asia/Shanghai of an instant, "YYYY-MM-DD". */
export function shanghaiDay(at: Date): string {
  return new Date(at.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);
}

/**
 * The instants of a Shanghai day as a half-open window [from, to).
 * Throws RangeError for what is no day of the calendar, such as "2026-02-30".
 */
export function shanghaiDayRange(day: string): { from: Date; to: Date } {
  const from = new Date(`${day}T00:00:00+08:00`);
  // The way back catches what Date repairs silently, such as the 30th of February.
  if (Number.isNaN(from.getTime()) || shanghaiDay(from) !== day) {
    throw new RangeError(`not a calendar day: ${day}`);
  }
  return { from, to: new Date(from.getTime() + DAY_MS) };
}

/** The hour of an instant's day in Asia/Shanghai, from 0 to 23. */
export function shanghaiHour(at: Date): number {
  return new Date(at.getTime() + SHANGHAI_OFFSET_MS).getUTCHours();
}

/** The day before, "YYYY-MM-DD". */
export function previousDay(day: string): string {
  return shanghaiDay(new Date(shanghaiDayRange(day).from.getTime() - DAY_MS));
}
