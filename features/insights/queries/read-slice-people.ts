import { QUESTIONS, type Question } from "@/domain/metrics/acts";
import type { People } from "@/domain/metrics/measures";
import type { DayWindow } from "@/domain/metrics/window";
import { nobody } from "@/features/insights/queries/nobody";
import type { Slice } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";

/** The people of several parts of one kind in a window, by the parts' keys; a part without people is missing. */
export async function readSlicePeople(
  tx: MerchantTx,
  asked: { merchantId: string; kind: Slice["kind"]; keys: readonly string[]; window: DayWindow },
): Promise<Map<string, People>> {
  const { merchantId, kind, keys, window } = asked;
  const rows = await tx.$queryRaw<
    { key: string; question: Question; people: number | null }[]
  >`${plannedAnew}
    select k.key, p.question,
      sum(p.gained[width_bucket(p.day - ${window.from}::date + 1, p.reaches)])::int as people
    from slice k
    join day_people p on p.merchant_id = k.merchant_id and p.slice_id = k.id
      and p.question = any(${[...QUESTIONS]})
      and p.day >= ${window.from}::date and p.day < ${window.to}::date
    where k.merchant_id = ${merchantId}::uuid and k.kind = ${kind}::slice_kind
      and k.key = any(${[...keys]})
    group by k.key, p.question`;
  const found = new Map<string, People>();
  for (const { key, question, people } of rows) {
    const one = found.get(key) ?? nobody(QUESTIONS);
    one[question] = people ?? 0;
    found.set(key, one);
  }
  return found;
}
