import { cutMonths } from "@/domain/metrics/dekad";
import type { DayWindow } from "@/domain/metrics/window";
import type { Slice } from "@/features/insights/schema";
import { Prisma } from "@/prisma/generated/client";

/**
 * The common table expression `one` (the parts of a kind), and how rows of the window are read: whole
 * calendar months and dekads as one row each, so that a long window costs little more than a short one.
 */
export function sliceParts(asked: {
  merchantId: string;
  kind: Exclude<Slice["kind"], "all">;
  window: DayWindow;
  among?: readonly string[] | undefined;
}): { heads: Prisma.Sql; rowsOf: (list: Prisma.Sql, of: Prisma.Sql) => Prisma.Sql } {
  const { merchantId, kind, window, among } = asked;
  const heads = Prisma.sql`
    one as (
      select id, key from slice where merchant_id = ${merchantId}::uuid and kind = ${kind}::slice_kind
        and ${among ? Prisma.sql`key = any(${[...among]})` : Prisma.sql`true`})`;
  const { months, dekads, days } = cutMonths(window);
  const rowsOf = (list: Prisma.Sql, of: Prisma.Sql) => {
    // Each range by itself, so that an index is read over it alone; and by "offset 0" each slice by itself:
    // among twenty thousand distributors, Postgres would read all slices of a month to find the products.
    const from = (table: string, column: string) => (range: DayWindow) => {
      const first = Prisma.raw(column);
      return Prisma.sql`
        select k.id, k.key, ${list} from ${of} k
        cross join lateral (select * from ${Prisma.raw(table)}
          where merchant_id = ${merchantId}::uuid and slice_id = k.id
            and ${first} >= ${range.from}::date and ${first} < ${range.to}::date offset 0) f`;
    };
    const parts = [
      ...months.map(from("month_figure", "month")),
      ...dekads.map(from("dekad_figure", "dekad")),
      ...days.map(from("day_figure", "day")),
    ];
    return Prisma.join(parts, " union all ");
  };
  return { heads, rowsOf };
}
