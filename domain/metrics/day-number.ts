const DAY_MS = 86_400_000;

/** The number of a calendar day "YYYY-MM-DD": days since 1970-01-01, whatever the time zone is. */
export function dayNumber(day: string): number {
  const number = Date.parse(`${day}T00:00:00Z`) / DAY_MS;
  if (!Number.isInteger(number)) throw new RangeError(`not a calendar day: ${day}`);
  return number;
}

/** The calendar day of a number. */
export function dayOfNumber(number: number): string {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}
