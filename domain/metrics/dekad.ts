import { addDays, firstOfMonth } from "./calendar-day";
import type { DayWindow } from "./window";

/**
 * The dekads 旬 of a month begin on its 1st, 11th and 21st; the last ends with the month. Roll-ups keep sums
 * of dekads, so that a window that cuts a month does not read each of its days.
 * @returns the first day of the dekad that a day lies in
 */
export function firstOfDekad(day: string): string {
  const inMonth = Number(day.slice(8));
  if (inMonth > 20) return `${day.slice(0, 8)}21`;
  return `${day.slice(0, 8)}${inMonth > 10 ? "11" : "01"}`;
}

/** The first day of the dekad after the one that a day lies in. */
export function nextDekad(day: string): string {
  const first = firstOfDekad(day);
  return first.endsWith("21") ? firstOfMonth(first, 1) : addDays(first, 10);
}

/** A window without gaps as single days and whole dekads; neither list holds an empty range. */
export type DekadCut = { days: DayWindow[]; dekads: DayWindow[] };

/** The whole dekads of a window, and the days before and after them. */
export function cutDekads({ from, to }: DayWindow): DekadCut {
  const first = firstOfDekad(from) === from ? from : nextDekad(from);
  const last = firstOfDekad(to);
  if (first >= last) return { days: someDays(from, to), dekads: [] };
  return {
    days: [...someDays(from, first), ...someDays(last, to)],
    dekads: [{ from: first, to: last }],
  };
}

/** The whole months of a window, and the dekads and days before and after them. */
export function cutMonths({ from, to }: DayWindow): DekadCut & { months: DayWindow[] } {
  const first = firstOfMonth(from) === from ? from : firstOfMonth(from, 1);
  const last = firstOfMonth(to);
  if (first >= last) return { ...cutDekads({ from, to }), months: [] };
  const ends = [...someDays(from, first), ...someDays(last, to)].map(cutDekads);
  return {
    days: ends.flatMap(({ days }) => days),
    dekads: ends.flatMap(({ dekads }) => dekads),
    months: [{ from: first, to: last }],
  };
}

/** The first day of every row that cut windows are summed from: of the months, the dekads and the single days. */
export type RowFirsts = { months: string[]; dekads: string[]; days: string[] };

/** The first days of all rows of some windows, each window by itself in their order. */
export function listFirsts(cuts: readonly (DekadCut & { months: DayWindow[] })[]): RowFirsts {
  const all = (ranges: readonly DayWindow[], next: (day: string) => string) =>
    ranges.flatMap(({ from, to }) => {
      const firsts: string[] = [];
      for (let first = from; first < to; first = next(first)) firsts.push(first);
      return firsts;
    });
  return {
    months: cuts.flatMap(({ months }) => all(months, (day) => firstOfMonth(day, 1))),
    dekads: cuts.flatMap(({ dekads }) => all(dekads, nextDekad)),
    days: cuts.flatMap(({ days }) => all(days, (day) => addDays(day, 1))),
  };
}

function someDays(from: string, to: string): DayWindow[] {
  return from < to ? [{ from, to }] : [];
}
