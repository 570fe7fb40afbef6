import type { Bps } from "../money/fen";
import { peopleRatioBps } from "./people-ratio";
import { findPeriod, periodOf } from "./window-periods";

export const COHORT_UNITS = ["month", "week"] as const;
export type CohortUnit = (typeof COHORT_UNITS)[number];

/** What makes somebody a member of a cohort, and what counts as coming back: coming or acting, or paying. */
export const COHORT_BASES = ["visit", "order"] as const;
export type CohortBasis = (typeof COHORT_BASES)[number];

/** People of the cohort (period of their first act, "YYYY-Www" or "YYYY-MM") who acted in a period. */
export type CohortCount = { cohort: string; period: string; people: number };

/** One cell: `isOver` is false while the period runs and more may come. */
export type CohortCell = {
  period: string;
  people: number;
  ofCohortBps: Bps | null;
  isOver: boolean;
};

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
  const own = counts.filter(({ cohort, period }) => cohort === period);
  const sorted = own.toSorted((a, b) => (a.cohort < b.cohort ? -1 : 1));
  const periods = periodsUntil(sorted[0]?.cohort, unit, today);
  const places = new Map(periods.map((period, at) => [period, at]));
  const rows = new Map<string, CohortRow>();
  for (const { cohort, people } of sorted) {
    const cells = periods
      .slice(places.get(cohort) ?? periods.length)
      .map((period) => cellOf(period, 0, people, period !== periods.at(-1)));
    rows.set(cohort, { cohort, people, cells });
  }
  for (const { cohort, period, people } of counts) {
    const row = rows.get(cohort);
    const later = (places.get(period) ?? -1) - (places.get(cohort) ?? 0);
    const cell = row?.cells[later];
    if (row === undefined || cell === undefined) {
      throw new RangeError(`${period} is no period of the cohort ${cohort} on ${today}`);
    }
    row.cells[later] = cellOf(period, people, row.people, cell.isOver);
  }
  return [...rows.values()];
}

/** The keys of a first period and all after it that have begun, in order. */
function periodsUntil(first: string | undefined, unit: CohortUnit, today: string): string[] {
  if (first === undefined) return [];
  const keys: string[] = [];
  let period = findPeriod(first, unit);
  if (!period) throw new RangeError(`not a ${unit}: ${first}`);
  while (period.from <= today) {
    keys.push(period.key);
    period = periodOf(period.to, unit);
  }
  return keys;
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

function cellOf(period: string, people: number, ofPeople: number, isOver: boolean): CohortCell {
  return { period, people, ofCohortBps: peopleRatioBps(people, ofPeople), isOver };
}
