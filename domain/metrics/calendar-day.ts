import { dayNumber, dayOfNumber } from "./day-number";

const DAY = /^(19|20|21)\d\d-\d\d-\d\d$/;

/**
 * Whether a text is a day of the calendar, "YYYY-MM-DD", from 1900 to 2199: outside of that a date is
 * a slip, and its neighbours would no longer be written with four digits.
 */
export function isCalendarDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  // The way back catches what Date repairs silently, such as the 30th of February.
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** The day that many days later, or earlier below 0. Throws RangeError for what is no day. */
export function addDays(day: string, days: number): string {
  if (!isCalendarDay(day) || !Number.isSafeInteger(days)) {
    throw new RangeError(`no day ${days} days after ${day}`);
  }
  return dayOfNumber(dayNumber(day) + days);
}

/** How many days `to` lies after `from`; below 0 when it lies before. */
export function countDays(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** The first day of the month that many months after that of a day, or earlier below 0. */
export function firstOfMonth(day: string, monthsLater = 0): string {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + monthsLater;
  const year = Math.floor(months / 12)
    .toString()
    .padStart(4, "0");
  return `${year}-${((months % 12) + 1).toString().padStart(2, "0")}-01`;
}

/**
 * The same day of the month that many months after, or earlier below 0; the last day of a month that
 * is too short for it: a month after the 31st of January is the 28th or 29th of February.
 */
export function addMonths(day: string, months: number): string {
  const first = firstOfMonth(day, months);
  const last = addDays(firstOfMonth(day, months + 1), -1);
  const same = `${first.slice(0, 8)}${day.slice(8)}`;
  return same < last ? same : last;
}
