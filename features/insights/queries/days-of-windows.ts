import type { DayWindow } from "@/domain/metrics/window";
import { Prisma } from "@/prisma/generated/client";

/**
 * A row for each day of each window (`at` its place, from 1; `from_day`; `day`), kept to the days that
 * have been rolled up. Joined by equality: by from and to, Postgres compares every day with every window,
 * which takes a second for a curve of a year.
 */
export function daysOfWindows(merchantId: string, windows: readonly DayWindow[]): Prisma.Sql {
  const rolled = Prisma.sql`from rollup_day where merchant_id = ${merchantId}::uuid`;
  return Prisma.sql`(
    select at, from_day, day::date as day
    from unnest(${windows.map(({ from }) => from)}::date[], ${windows.map(({ to }) => to)}::date[])
      with ordinality asked (from_day, to_day, at)
    cross join lateral generate_series(greatest(from_day, (select min(day) ${rolled}))::timestamp,
      least(to_day, (select max(day) + 1 ${rolled})) - 1, interval '1 day') day)`;
}
