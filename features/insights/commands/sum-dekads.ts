import { dekadOf } from "@/features/insights/queries/dekad-of";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";

/** The people of a slice who answer to a question, of one dekad. */
export type DekadQuestion = { sliceId: number; question: string; dekad: string };

/**
 * Sums dekads from their days anew: joinDays of domain/metrics/count-window.ts. Rows that are right stay as
 * they are.
 * @param changed the dekads of which a day changed
 */
export async function sumDekads(
  tx: MerchantTx,
  { merchantId, changed }: { merchantId: string; changed: readonly DekadQuestion[] },
): Promise<void> {
  if (changed.length === 0) return;
  await tx.$executeRaw`${plannedAnew}
    with due as materialized (
      select * from unnest(${changed.map(({ sliceId }) => sliceId)}::int[],
        ${changed.map(({ question }) => question)}::text[], ${changed.map(({ dekad }) => dekad)}::date[])
        d (slice_id, question, dekad)),
    step as (
      select d.slice_id, d.question, d.dekad, greatest(1, s.reach - (p.day - d.dekad)) as reach,
        sum(s.people - s.before) as change
      from due d
      join day_people p on p.merchant_id = ${merchantId}::uuid and p.slice_id = d.slice_id
        and p.question = d.question and p.day >= d.dekad and p.day < d.dekad + 11
        and ${dekadOf("p.day")} = d.dekad
      cross join lateral unnest(p.reaches, p.gained, 0 || p.gained) s (reach, people, before)
      where s.reach is not null
      group by 1, 2, 3, 4 having sum(s.people - s.before) <> 0),
    fresh as materialized (
      select slice_id, question, dekad, array_agg(reach order by reach) as reaches,
        array_agg(people order by reach) as gained
      from (select *, sum(change) over (partition by slice_id, question, dekad order by reach)::int as people
        from step) s
      group by slice_id, question, dekad),
    gone as (
      delete from dekad_people p using due d
      where p.merchant_id = ${merchantId}::uuid and p.slice_id = d.slice_id and p.question = d.question
        and p.dekad = d.dekad
        -- Not "not exists": see roll-up-people.ts.
        and (p.slice_id, p.question, p.dekad) not in (select slice_id, question, dekad from fresh))
    insert into dekad_people as p (merchant_id, slice_id, question, dekad, reaches, gained)
    select ${merchantId}::uuid, slice_id, question, dekad, reaches, gained from fresh
    on conflict (merchant_id, slice_id, question, dekad) do update
      set reaches = excluded.reaches, gained = excluded.gained
      where p.reaches <> excluded.reaches or p.gained <> excluded.gained`;
}
