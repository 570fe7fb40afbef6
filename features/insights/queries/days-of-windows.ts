import type { DayWindow } from "@/domain/metrics/window";
import { Prisma } from "@/prisma/generated/client";

/** A range of days that the window with that place (from 1) and first day is summed from. */
export type WindowRange = { at: number; from: string; range: DayWindow };

/**
 * A row for each day of each range (`at` the place of its window; `from_day` the window's first; `day`), kept
 * to the days that have been rolled up. To be materialized, and joined by equality: by from and to, Postgres
 * compares every day with every window, which takes a second for a curve of a year.
 */
export function daysOfWindows(merchantId: string, ranges: readonly WindowRange[]): Prisma.Sql {
  const rolled = Prisma.sql`from rollup_day where merchant_id = ${merchantId}::uuid`;
  return Prisma.sql`(
    select at, from_day, day::date as day
    from unnest(${ranges.map(({ at }) => at)}::int[], ${ranges.map(({ from }) => from)}::date[],
        ${ranges.map(({ range }) => range.from)}::date[], ${ranges.map(({ range }) => range.to)}::date[])
      as asked (at, from_day, first_day, to_day)
    -- A dekad begins up to ten days before the first day of it that was rolled up.
    cross join lateral generate_series(greatest(first_day, (select min(day) - 10 ${rolled}))::timestamp,
      least(to_day, (select max(day) + 1 ${rolled})) - 1, interval '1 day') day)`;
}
