import { QUESTIONS, type Question } from "@/domain/metrics/acts";
import type { Measures } from "@/domain/metrics/measures";
import type { DayWindow } from "@/domain/metrics/window";
import { daysOfWindows } from "@/features/insights/queries/days-of-windows";
import { nobody } from "@/features/insights/queries/nobody";
import { readFigures } from "@/features/insights/queries/read-figures";
import { withinWindows } from "@/features/insights/queries/within-windows";
import type { Slice } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { Prisma } from "@/prisma/generated/client";

/**
 * What the roll-ups know of a slice in each of the windows, in their order. Two questions to the database
 * however many windows: a curve by days is as many windows of one day. A slice that nothing happened in
 * yields zeros.
 */
export async function readMeasures(
  tx: MerchantTx,
  asked: { merchantId: string; slice: Slice; windows: readonly DayWindow[] },
): Promise<Measures[]> {
  const { merchantId, slice, windows } = asked;
  if (windows.length === 0) return [];
  const figures = await readFigures(tx, asked);
  const rows = await tx.$queryRaw<{ at: number; question: Question; people: number | null }[]>`
    select w.at::int as at, p.question,
      sum(p.gained[width_bucket(p.day - w.from_day + 1, p.reaches)])::int as people
    from (select id from slice where merchant_id = ${merchantId}::uuid
      and kind = ${slice.kind}::slice_kind and key = ${slice.key}) s
    cross join ${daysOfWindows(merchantId, windows)} w
    join day_people p on p.merchant_id = ${merchantId}::uuid and p.slice_id = s.id
      and p.question = any(${[...QUESTIONS]}) and p.day = w.day
      and ${withinWindows(Prisma.sql`p.day`, windows)}
    group by w.at, p.question`;
  const people = windows.map(nobody);
  for (const row of rows) {
    const one = people[row.at - 1];
    if (one) one[row.question] = row.people ?? 0;
  }
  return figures.map((one, at) => ({ figures: one, people: people[at] ?? nobody() }));
}
