import { QUESTIONS, type Question } from "@/domain/metrics/acts";
import type { People } from "@/domain/metrics/measures";
import type { MeasuredMetric } from "@/domain/metrics/metric-list";
import { questionsOf } from "@/domain/metrics/questions-of";
import type { DayWindow } from "@/domain/metrics/window";
import { nobody } from "@/features/insights/queries/nobody";
import { peopleRows } from "@/features/insights/queries/people-rows";
import type { Slice } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";
import { Prisma } from "@/prisma/generated/client";

/**
 * The people of several parts of one kind in a window, by the parts' keys; a part without people is missing.
 * @param metrics as readMeasures takes them
 */
export async function readSlicePeople(
  tx: MerchantTx,
  asked: {
    merchantId: string;
    kind: Slice["kind"];
    keys: readonly string[];
    window: DayWindow;
    metrics?: readonly MeasuredMetric[];
  },
): Promise<Map<string, People>> {
  const { merchantId, kind, keys, window, metrics } = asked;
  const questions: readonly Question[] = metrics ? questionsOf(metrics) : QUESTIONS;
  const parts = peopleRows(kind, [window]).flatMap(({ table, day, ranges }) =>
    ranges.map(
      ({ range: { from, to } }) => Prisma.sql`
        select p.question, p.gained[width_bucket(${day} - ${window.from}::date + 1, p.reaches)] as people
        from ${table} p where p.merchant_id = ${merchantId}::uuid and p.slice_id = k.id
          and p.question = any(${[...questions]}) and ${day} >= ${from}::date and ${day} < ${to}::date`,
    ),
  );
  if (parts.length === 0) return new Map();
  // Part by part: the rows of all of them would be sorted by key and question first, which takes a third.
  const rows = await tx.$queryRaw<
    { key: string; question: Question; people: number | null }[]
  >`${plannedAnew}
    with part as (
      select id, key from slice where merchant_id = ${merchantId}::uuid
        and kind = ${kind}::slice_kind and key = any(${[...keys]}))
    select k.key, s.question, s.people from part k cross join lateral (
      select question, sum(people)::int as people from (${Prisma.join(parts, " union all ")}) p
      group by question) s`;
  const found = new Map<string, People>();
  for (const { key, question, people } of rows) {
    const one = found.get(key) ?? nobody(QUESTIONS);
    one[question] = people ?? 0;
    found.set(key, one);
  }
  return found;
}
