import { cutMonths, listFirsts } from "@/domain/metrics/dekad";
import type { DayWindow } from "@/domain/metrics/window";
import type { Slice } from "@/features/insights/schema";
import { Prisma } from "@/prisma/generated/client";

/**
 * The common table expression `one` (the parts of a kind), and the rows that one part `k` of them has in
 * windows that do not overlap: whole calendar months and dekads as one row each, so that a long window costs
 * little more than a short one. `first` is the first day of a row. Add the rows up by a lateral join for
 * each part: among twenty thousand distributors, Postgres would else read all slices of a month to find the
 * products, and carry their keys with every row.
 */
export function sliceParts(asked: {
  merchantId: string;
  kind: Exclude<Slice["kind"], "all">;
  windows: readonly DayWindow[];
  among?: readonly string[] | undefined;
}): { heads: Prisma.Sql; rowsOf: (list: Prisma.Sql) => Prisma.Sql } {
  const { merchantId, kind, windows, among } = asked;
  const heads = Prisma.sql`
    one as (
      select id, key from slice where merchant_id = ${merchantId}::uuid and kind = ${kind}::slice_kind
        and ${among ? Prisma.sql`key = any(${[...among]})` : Prisma.sql`true`})`;
  const { months, dekads, days } = listFirsts(windows.map(cutMonths));
  const tables = [
    { table: Prisma.sql`month_figure`, first: Prisma.sql`month`, firsts: months },
    { table: Prisma.sql`dekad_figure`, first: Prisma.sql`dekad`, firsts: dekads },
    { table: Prisma.sql`day_figure`, first: Prisma.sql`day`, firsts: days },
  ].filter(({ firsts }) => firsts.length > 0);
  // All days of a table by one look into its index.
  const rowsOf = (list: Prisma.Sql) =>
    Prisma.join(
      tables.map(
        ({ table, first, firsts }) => Prisma.sql`
          select ${first} as first, ${list} from ${table}
          where merchant_id = ${merchantId}::uuid and slice_id = k.id and ${first} = any(${firsts}::date[])`,
      ),
      " union all ",
    );
  return { heads, rowsOf };
}
