import { addDays, countDays, firstOfMonth, isCalendarDay } from "./calendar-day";
import { isoWeek, mondayOf } from "./iso-week";
import type { DayWindow } from "./window";

/** The ways in which a window's days are grouped on a time axis. */
export const PERIOD_UNITS = ["day", "week", "month"] as const;
export type PeriodUnit = (typeof PERIOD_UNITS)[number];

/** A day, ISO week or month; `key` is "YYYY-MM-DD", "YYYY-Www" or "YYYY-MM". */
export type Period = DayWindow & { key: string };

/** A period as far as it lies in a window; `whole` says whether the window has all of its days. */
export type WindowPeriod = Period & { whole: boolean };

/** The period that a day lies in, with all of its days. */
export function periodOf(day: string, unit: PeriodUnit): Period {
  if (unit === "week") {
    const from = mondayOf(day);
    return { key: isoWeek(day), from, to: addDays(from, 7) };
  }
  if (unit === "month") {
    const from = firstOfMonth(day);
    return { key: from.slice(0, 7), from, to: firstOfMonth(day, 1) };
  }
  return { key: day, from: day, to: addDays(day, 1) };
}

/** The week or month of a key such as "2026-W07" or "2026-02", or null where there is none. */
export function findPeriod(key: string, unit: "week" | "month"): Period | null {
  const [year, number = ""] = key.split(unit === "week" ? "-W" : "-");
  const first = unit === "week" ? `${year}-01-04` : `${key}-01`;
  if (!isCalendarDay(first)) return null;
  const weeksLater = unit === "week" && /^\d\d$/.test(number) ? Number(number) - 1 : 0;
  // What is written otherwise, or is a week that its year has not, has another key.
  const period = periodOf(addDays(first, weeksLater * 7), unit);
  return period.key === key ? period : null;
}

/** The periods of a window in order, the first and the last cut to it: each day lies in one of them. */
export function listPeriods(window: DayWindow, unit: PeriodUnit): WindowPeriod[] {
  const periods: WindowPeriod[] = [];
  let at = window.from;
  while (at < window.to) {
    const { key, from, to } = periodOf(at, unit);
    let end = to;
    if (window.to < to) end = window.to;
    periods.push({ key, from: at, to: end, whole: at === from && end === to });
    at = to;
  }
  return periods;
}

/** Days for a quarter, weeks for two years, months beyond: what a chart is cut into where nobody says. */
export function usualUnit({ from, to }: DayWindow): PeriodUnit {
  const days = countDays(from, to);
  if (days <= 92) return "day";
  return days <= 731 ? "week" : "month";
}
