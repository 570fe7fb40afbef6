import type { Figures } from "@/domain/metrics/measures";
import type { DayWindow } from "@/domain/metrics/window";
import { daysOfWindows } from "@/features/insights/queries/days-of-windows";
import { figureColumns } from "@/features/insights/queries/figure-columns";
import { noFigures } from "@/features/insights/queries/no-figures";
import { wholeWindows } from "@/features/insights/queries/whole-windows";
import { withinWindows } from "@/features/insights/queries/within-windows";
import type { Slice } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";
import { Prisma } from "@/prisma/generated/client";

const sums = Prisma.join(
  figureColumns.map(({ name, column, type }) =>
    Prisma.raw(`coalesce(sum(${column}), 0)::${type} as "${name}"`),
  ),
);

/**
 * The sums of a slice in each of the windows, in their order: one question however many windows. The days
 * are listed first: joined as they are made, a small shop's plan reads the slice once for each of them.
 */
export async function readFigures(
  tx: MerchantTx,
  asked: { merchantId: string; slice: Slice; windows: readonly DayWindow[] },
): Promise<Figures[]> {
  const { merchantId, slice, windows } = asked;
  if (windows.length === 0) return [];
  const rows = await tx.$queryRaw<(Figures & { at: number })[]>`${plannedAnew}
    with w as materialized ${daysOfWindows(merchantId, wholeWindows(windows))}
    select w.at::int as at, ${sums}
    from (select id from slice where merchant_id = ${merchantId}::uuid
      and kind = ${slice.kind}::slice_kind and key = ${slice.key}) s
    cross join w
    join day_figure f on f.merchant_id = ${merchantId}::uuid and f.slice_id = s.id and f.day = w.day
      and ${withinWindows(Prisma.sql`f.day`, windows)}
    group by w.at`;
  const figures = windows.map(noFigures);
  for (const { at, ...row } of rows) figures[at - 1] = row;
  return figures;
}
