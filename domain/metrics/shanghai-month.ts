import { shanghaiDay, shanghaiDayRange } from "./shanghai-day";

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** The month in Asia/Shanghai of an instant, "YYYY-MM". */
export function shanghaiMonth(at: Date): string {
  return shanghaiDay(at).slice(0, 7);
}

/** Whether a text is a month of the calendar, "YYYY-MM". */
export function isMonth(text: string): boolean {
  return MONTH.test(text);
}

/**
 * The instants of a Shanghai month as a half-open window [from, to). Throws RangeError for what is no
 * month of the calendar.
 */
export function shanghaiMonthRange(month: string): { from: Date; to: Date } {
  if (!isMonth(month)) throw new RangeError(`not a month: ${month}`);
  return {
    from: shanghaiDayRange(`${month}-01`).from,
    to: shanghaiDayRange(`${nextMonth(month)}-01`).from,
  };
}

/** The month after, "YYYY-MM". */
export function nextMonth(month: string): string {
  const [year = "", number = ""] = month.split("-");
  return number === "12"
    ? `${(Number(year) + 1).toString().padStart(4, "0")}-01`
    : `${year}-${(Number(number) + 1).toString().padStart(2, "0")}`;
}

/** The month before, "YYYY-MM". */
export function previousMonth(month: string): string {
  const [year = "", number = ""] = month.split("-");
  return number === "01"
    ? `${(Number(year) - 1).toString().padStart(4, "0")}-12`
    : `${year}-${(Number(number) - 1).toString().padStart(2, "0")}`;
}
