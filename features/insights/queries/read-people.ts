import type { Question } from "@/domain/metrics/acts";
import type { DayWindow } from "@/domain/metrics/window";
import { daysOfWindows } from "@/features/insights/queries/days-of-windows";
import { nobody } from "@/features/insights/queries/nobody";
import { peopleRows } from "@/features/insights/queries/people-rows";
import { withinWindows } from "@/features/insights/queries/within-windows";
import type { Slice } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";
import { Prisma } from "@/prisma/generated/client";

/**
 * How many people of a slice answer to each of the questions, for each of the windows in their order: one
 * question to the database however many windows. Where nothing happened there are none. Ask only what
 * is shown: a curve by days costs a row for each day and question.
 */
export async function readPeople<Asked extends Question>(
  tx: MerchantTx,
  asked: {
    merchantId: string;
    slice: Slice;
    windows: readonly DayWindow[];
    questions: readonly Asked[];
  },
): Promise<Record<Asked, number>[]> {
  const { merchantId, slice, windows, questions } = asked;
  const reads = peopleRows(slice.kind, windows);
  if (reads.length === 0 || questions.length === 0) return windows.map(() => nobody(questions));
  const dayList = (at: number) => Prisma.raw(`days${at}`);
  // Written down before they are joined: within a join, Postgres reads the people anew for each window.
  const lists = reads.map(
    ({ ranges }, at) =>
      Prisma.sql`${dayList(at)} as materialized ${daysOfWindows(merchantId, ranges)}`,
  );
  const parts = reads.map(({ table, day, ranges }, at) => {
    const within = withinWindows(
      day,
      ranges.map(({ range }) => range),
    );
    return Prisma.sql`
      select w.at, p.question, p.gained[width_bucket(${day} - w.from_day + 1, p.reaches)] as people
      from part s join ${table} p on p.merchant_id = ${merchantId}::uuid and p.slice_id = s.id
        and p.question = any(${[...questions]}) and ${within}
      join ${dayList(at)} w on w.day = ${day}`;
  });
  const rows = await tx.$queryRaw<
    { at: number; question: Asked; people: number | null }[]
  >`${plannedAnew}
    with part as (select id from slice where merchant_id = ${merchantId}::uuid
      and kind = ${slice.kind}::slice_kind and key = ${slice.key}), ${Prisma.join(lists)}
    select at::int as at, question, sum(people)::int as people
    from (${Prisma.join(parts, " union all ")}) p group by at, question`;
  const people = windows.map(() => nobody(questions));
  for (const row of rows) {
    const one = people[row.at - 1];
    if (one) one[row.question] = row.people ?? 0;
  }
  return people;
}
