import type { DayWindow } from "@/domain/metrics/window";
import type { Slice } from "@/features/insights/schema";
import { Prisma } from "@/prisma/generated/client";

/**
 * The common table expressions `asked` and `one` (the parts of a kind), and how rows of the window are read:
 * whole calendar months as one row each, so that a long window costs little more than a short one.
 */
export function sliceParts(asked: {
  merchantId: string;
  kind: Exclude<Slice["kind"], "all">;
  window: DayWindow;
  among?: readonly string[] | undefined;
}): { heads: Prisma.Sql; rowsOf: (list: Prisma.Sql, of: Prisma.Sql) => Prisma.Sql } {
  const { merchantId, kind, window, among } = asked;
  const heads = Prisma.sql`
    asked as (
      select ${window.from}::date as first, ${window.to}::date as until,
        date_trunc('month', ${window.from}::date::timestamp + interval '1 month - 1 day')::date as whole_from,
        date_trunc('month', ${window.to}::date::timestamp)::date as whole_until),
    one as (
      select id, key from slice where merchant_id = ${merchantId}::uuid and kind = ${kind}::slice_kind
        and ${among ? Prisma.sql`key = any(${[...among]})` : Prisma.sql`true`})`;
  const rowsOf = (list: Prisma.Sql, of: Prisma.Sql) => Prisma.sql`
    select k.id, k.key, ${list} from asked, ${of} k
    join month_figure m on m.merchant_id = ${merchantId}::uuid and m.slice_id = k.id
    where m.month >= whole_from and m.month < whole_until
    union all
    select k.id, k.key, ${list} from asked, ${of} k
    join day_figure d on d.merchant_id = ${merchantId}::uuid and d.slice_id = k.id
    where d.day >= first and d.day < until
      and (whole_from >= whole_until or d.day < whole_from or d.day >= whole_until)`;
  return { heads, rowsOf };
}
