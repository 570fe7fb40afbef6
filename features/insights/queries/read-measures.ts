import { QUESTIONS, type Question } from "@/domain/metrics/acts";
import type { Figures, Measures, People } from "@/domain/metrics/measures";
import type { DayWindow } from "@/domain/metrics/window";
import { figureColumns } from "@/features/insights/queries/figure-columns";
import type { Slice } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { Prisma } from "@/prisma/generated/client";

const sums = Prisma.join(
  figureColumns.map(({ name, column, type }) =>
    Prisma.raw(`coalesce(sum(${column}), 0)::${type} as "${name}"`),
  ),
);

/**
 * What the roll-ups know of a slice in each of the windows, in their order. Two questions to the database
 * however many windows: a curve by days is as many windows of one day. A slice that nothing happened in
 * yields zeros.
 */
export async function readMeasures(
  tx: MerchantTx,
  {
    merchantId,
    slice,
    windows,
  }: { merchantId: string; slice: Slice; windows: readonly DayWindow[] },
): Promise<Measures[]> {
  if (windows.length === 0) return [];
  const from = windows.map((window) => window.from);
  const to = windows.map((window) => window.to);
  const asked = Prisma.sql`
    (select id from slice where merchant_id = ${merchantId}::uuid
      and kind = ${slice.kind}::slice_kind and key = ${slice.key}) s
    cross join unnest(${from}::date[], ${to}::date[]) with ordinality w (from_day, to_day, at)`;
  const figures = await tx.$queryRaw<(Figures & { at: number })[]>`
    select w.at::int as at, ${sums} from ${asked}
    join day_figure f on f.merchant_id = ${merchantId}::uuid and f.slice_id = s.id
      and f.day >= w.from_day and f.day < w.to_day
    group by w.at`;
  const people = await tx.$queryRaw<{ at: number; question: Question; people: number }[]>`
    select w.at::int as at, p.question,
      sum(p.gained[width_bucket(p.day - w.from_day + 1, p.reaches)])::int as people from ${asked}
    join day_people p on p.merchant_id = ${merchantId}::uuid and p.slice_id = s.id
      and p.question = any(${[...QUESTIONS]}) and p.day >= w.from_day and p.day < w.to_day
    group by w.at, p.question`;
  const measures = windows.map(() => ({ figures: noFigures(), people: nobody() }));
  for (const { at, ...row } of figures) {
    const one = measures[at - 1];
    if (one) one.figures = row;
  }
  for (const row of people) {
    const one = measures[row.at - 1];
    if (one) one.people[row.question] = row.people ?? 0;
  }
  return measures;
}

/** The figures of a slice in which nothing happened. */
function noFigures(): Figures {
  const zeros = figureColumns.map(({ name, type }) => [name, type === "bigint" ? 0n : 0]);
  return Object.fromEntries(zeros);
}

function nobody(): People {
  return Object.fromEntries(QUESTIONS.map((question) => [question, 0])) as People;
}
