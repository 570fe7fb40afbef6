import { addDays, countDays, isCalendarDay } from "./calendar-day";
import type { DayWindow } from "./window";

const WEEK = /^(\d{4})-W(\d\d)$/;
/** 1970-01-01 was a Thursday; counted from the Monday before it, weeks begin at multiples of seven. */
const A_MONDAY = "1969-12-29";

/** The Monday of the ISO week of a day. */
export function mondayOf(day: string): string {
  const sinceMonday = countDays(A_MONDAY, day) % 7;
  return addDays(day, -((sinceMonday + 7) % 7));
}

/**
 * The ISO 8601 week of a day, "YYYY-Www". Its year is that of its Thursday, so the first days of
 * January may belong to the last week of the year before.
 */
export function isoWeek(day: string): string {
  const thursday = addDays(mondayOf(day), 3);
  const year = thursday.slice(0, 4);
  const number = Math.floor(countDays(`${year}-01-01`, thursday) / 7) + 1;
  return `${year}-W${number.toString().padStart(2, "0")}`;
}

/** The seven days of an ISO week "YYYY-Www". Throws RangeError for a week that no year has. */
export function isoWeekWindow(week: string): DayWindow {
  const [, year = "", number = ""] = WEEK.exec(week) ?? [];
  // The 4th of January lies in week 1 of its year by definition.
  const fourth = `${year}-01-04`;
  if (!isCalendarDay(fourth)) throw new RangeError(`not a week: ${week}`);
  const from = addDays(mondayOf(fourth), (Number(number) - 1) * 7);
  if (isoWeek(from) !== week) throw new RangeError(`not a week: ${week}`);
  return { from, to: addDays(from, 7) };
}
