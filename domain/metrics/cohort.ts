import type { Bps } from "../money/fen";
import { addDays, countDays, firstOfMonth } from "./calendar-day";
import { isoWeekWindow } from "./iso-week";
import { peopleRatioBps } from "./people-ratio";
import { isMonth } from "./shanghai-month";
import { findPeriod, periodOf } from "./window-periods";

export const COHORT_UNITS = ["month", "week"] as const;
export type CohortUnit = (typeof COHORT_UNITS)[number];

/** What makes somebody a member of a cohort, and what counts as coming back: coming or acting, or paying. */
export const COHORT_BASES = ["visit", "order"] as const;
export type CohortBasis = (typeof COHORT_BASES)[number];

/** People of the cohort (period of their first act, "YYYY-Www" or "YYYY-MM") who acted in a period. */
export type CohortCount = { cohort: string; period: string; people: number };

/** One cell: `isOver` is false while the period runs and more may come. */
export type CohortCell = { people: number; ofCohortBps: Bps | null; isOver: boolean };

/** A cohort with the cells of its own and all later periods that have begun. */
export type CohortRow = { cohort: string; people: number; cells: CohortCell[] };

/**
 * The triangle of retention (analytics.md, board 9) as of the Shanghai day `today`: per cohort, in
 * order, how many of its people acted in its own period, the next, and so on up to the one that is
 * running; 0 where nobody did. Counts of a period before the cohort's, of one that has not begun, of
 * more people than the cohort has, and a cohort without the count of its own period are wrong
 * queries: throws RangeError for them.
 */
export function buildCohortTriangle(
  counts: readonly CohortCount[],
  unit: CohortUnit,
  today: string,
): CohortRow[] {
  const current = periodOf(today, unit).key;
  const rows = new Map<string, CohortRow>();
  const own = counts.filter(({ cohort, period }) => cohort === period);
  for (const { cohort, people } of own.toSorted((a, b) => (a.cohort < b.cohort ? -1 : 1))) {
    const last = periodsBetween(cohort, current, unit);
    const cells = Array.from({ length: last + 1 }, (_, later) => cellOf(0, people, later < last));
    rows.set(cohort, { cohort, people, cells });
  }
  for (const { cohort, period, people } of counts) {
    const row = rows.get(cohort);
    const later = periodsBetween(cohort, period, unit);
    const cell = row?.cells[later];
    if (row === undefined || cell === undefined) {
      throw new RangeError(`${period} is no period of the cohort ${cohort} on ${today}`);
    }
    row.cells[later] = cellOf(people, row.people, cell.isOver);
  }
  return [...rows.values()];
}

/** Of all cohorts whose period so much later is over: their people, and those of them who acted in it. */
export type RetentionPoint = {
  later: number;
  cohorts: number;
  people: number;
  returned: number;
  rateBps: Bps | null;
};

/**
 * The curve of retention: for each number of periods after the first, a ratio of sums over the cohorts
 * that have come so far. A period that still runs would pull the curve down: it is left out. The first
 * period, in which everybody acted by definition, is left out too.
 */
export function retentionCurve(rows: readonly CohortRow[]): RetentionPoint[] {
  const points: RetentionPoint[] = [];
  const longest = Math.max(0, ...rows.map(({ cells }) => cells.length));
  for (let later = 1; later < longest; later += 1) {
    const over = rows.filter(({ cells }) => cells[later]?.isOver);
    if (over.length === 0) break;
    const people = over.reduce((sum, row) => sum + row.people, 0);
    const returned = over.reduce((sum, { cells }) => sum + (cells[later]?.people ?? 0), 0);
    const rateBps = peopleRatioBps(returned, people);
    points.push({ later, cohorts: over.length, people, returned, rateBps });
  }
  return points;
}

/** How many weeks or months a period lies after another; below 0 when before. */
export function periodsBetween(from: string, to: string, unit: CohortUnit): number {
  if (unit === "week") return countDays(isoWeekWindow(from).from, isoWeekWindow(to).from) / 7;
  return monthNumber(to) - monthNumber(from);
}

/** The period so many later. Throws RangeError for what is no week or month. */
export function periodLater(from: string, later: number, unit: CohortUnit): string {
  const period = findPeriod(from, unit);
  if (!period) throw new RangeError(`not a ${unit}: ${from}`);
  const day = unit === "week" ? addDays(period.from, later * 7) : firstOfMonth(period.from, later);
  return periodOf(day, unit).key;
}

function cellOf(people: number, ofPeople: number, isOver: boolean): CohortCell {
  return { people, ofCohortBps: peopleRatioBps(people, ofPeople), isOver };
}

function monthNumber(month: string): number {
  if (!isMonth(month)) throw new RangeError(`not a month: ${month}`);
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
}
