import type { Question } from "@/domain/metrics/acts";
import type { DayWindow } from "@/domain/metrics/window";
import { daysOfWindows } from "@/features/insights/queries/days-of-windows";
import { nobody } from "@/features/insights/queries/nobody";
import { withinWindows } from "@/features/insights/queries/within-windows";
import type { Slice } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";
import { Prisma } from "@/prisma/generated/client";

/**
 * How many people of a slice answer to each of the questions, for each of the windows in their order: one
 * question to the database however many windows. Where nothing happened there are none. Ask only what
 * is shown: a year by days costs a row for each day and question.
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
  if (windows.length === 0) return [];
  const rows = await tx.$queryRaw<
    { at: number; question: Asked; people: number | null }[]
  >`${plannedAnew}
    select w.at::int as at, p.question,
      sum(p.gained[width_bucket(p.day - w.from_day + 1, p.reaches)])::int as people
    from (select id from slice where merchant_id = ${merchantId}::uuid
      and kind = ${slice.kind}::slice_kind and key = ${slice.key}) s
    cross join ${daysOfWindows(merchantId, windows)} w
    join day_people p on p.merchant_id = ${merchantId}::uuid and p.slice_id = s.id
      and p.question = any(${[...questions]}) and p.day = w.day
      and ${withinWindows(Prisma.sql`p.day`, windows)}
    group by w.at, p.question`;
  const people = windows.map(() => nobody(questions));
  for (const row of rows) {
    const one = people[row.at - 1];
    if (one) one[row.question] = row.people ?? 0;
  }
  return people;
}
