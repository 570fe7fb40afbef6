import { ACTS, QUESTIONS, type Question } from "@/domain/metrics/acts";
import { type DekadQuestion, sumDekads } from "@/features/insights/commands/sum-dekads";
import { dekadOf } from "@/features/insights/queries/dekad-of";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";
import { Prisma } from "@/prisma/generated/client";

/** Questions that one kind of act answers. */
const bits: Partial<Record<Question, number>> = {
  visitors: ACTS.visited,
  viewers: ACTS.sawProduct,
  favouriters: ACTS.favourited,
  carters: ACTS.carted,
  checkouters: ACTS.checkedOut,
  buyers: ACTS.bought,
  sharers: ACTS.shared,
  brought: ACTS.brought,
  reviewers: ACTS.reviewed,
  actives: ACTS.active,
  openedLinks: ACTS.opened,
  converted: ACTS.converted,
};

/** Questions that two kinds of acts answer together: by the earlier of their last days. */
const pairs: Partial<Record<Question, readonly [number, number]>> = {
  resharers: [ACTS.brought, ACTS.shared],
  visitingSharers: [ACTS.visited, ACTS.shared],
};

/** Long before any day: who never did it. Least and greatest then need no null. */
const never = Prisma.raw("-99999");

const column = (bit: number) => Prisma.raw(`before${bit}`);
const hasBit = (bit: number) => Prisma.sql`acts & ${Prisma.raw(String(bit))} <> 0`;

/** The last day before the row's on which the person did it. */
const lasts = Object.values(bits).map(
  (bit) =>
    Prisma.sql`coalesce(max(n) filter (where ${hasBit(bit)}) over earlier, ${never}) as ${column(bit)}`,
);

/** The same, with the row's own day. */
const upTo = (bit: number) => Prisma.sql`case when ${hasBit(bit)} then n else ${column(bit)} end`;

/** For each question the last day that count-window.ts speaks of: as of the row's day, and before it. */
const questions = QUESTIONS.map((question) => {
  const bit = bits[question];
  if (bit !== undefined) return Prisma.sql`(${question}, ${upTo(bit)}, ${column(bit)})`;
  const pair = pairs[question];
  if (pair === undefined) {
    return Prisma.sql`(${question}, greatest(second, before_second), before_second)`;
  }
  const [one, other] = pair;
  return Prisma.sql`(${question}, least(${upTo(one)}, ${upTo(other)}),
    least(${column(one)}, ${column(other)}))`;
});

/**
 * Sums the people of the days anew: day_people of these days equals what domain/metrics/count-window.ts
 * says of everybody who acted on them, with all their earlier days. Rows that are right stay as they are.
 * Then the dekads of which a day changed.
 */
export async function rollUpReaches(
  tx: MerchantTx,
  { merchantId, days }: { merchantId: string; days: readonly string[] },
): Promise<void> {
  const changed = await tx.$queryRaw<DekadQuestion[]>`${plannedAnew}
    with due as (select unnest(${days}::date[]) as day),
    person as materialized (
      select distinct slice_id, person_id from day_person
      where merchant_id = ${merchantId}::uuid and day in (select day from due)),
    acted as (
      select d.slice_id, d.person_id, d.day, d.day - date '2000-01-01' as n, d.acts, d.orders
      from day_person d join person using (slice_id, person_id)
      where d.merchant_id = ${merchantId}::uuid and d.day <= ${days.at(-1)}::date),
    so_far as (
      select slice_id, person_id, day, n, acts, ${Prisma.join(lasts)},
        case when orders > 1 then n
          when orders = 1 then coalesce(max(n) filter (where orders > 0) over earlier, ${never})
          else ${never} end as second
      from acted window earlier as (partition by slice_id, person_id order by day
        rows between unbounded preceding and 1 preceding)),
    moved as (
      select slice_id, day, n, q.question, q.at, q.before
      from (select *, coalesce(max(second) over (partition by slice_id, person_id order by day
          rows between unbounded preceding and 1 preceding), ${never}) as before_second
        from so_far) s
      cross join lateral (values ${Prisma.join(questions)}) q (question, at, before)
      where s.day in (select day from due) and q.at > q.before),
    step as (
      select slice_id, question, day, n - at + 1 as reach, 1 as change from moved
      union all
      select slice_id, question, day, n - before + 1, -1 from moved where before > ${never}),
    summed as (
      select slice_id, question, day, reach, sum(change)::int as change from step
      group by slice_id, question, day, reach having sum(change) <> 0),
    fresh as materialized (
      select slice_id, question, day, array_agg(reach order by reach) as reaches,
        array_agg(people order by reach) as gained
      from (select *, sum(change) over (partition by slice_id, question, day order by reach)::int as people
        from summed) s
      group by slice_id, question, day),
    gone as (
      delete from day_people d
      where d.merchant_id = ${merchantId}::uuid and d.day = any(${days}::date[])
        -- Not "not exists": see roll-up-people.ts.
        and (d.slice_id, d.question, d.day) not in (select slice_id, question, day from fresh)
      returning d.slice_id, d.question, d.day),
    kept as (
      insert into day_people as d (merchant_id, slice_id, question, day, reaches, gained)
      select ${merchantId}::uuid, slice_id, question, day, reaches, gained from fresh
      on conflict (merchant_id, slice_id, question, day) do update
        set reaches = excluded.reaches, gained = excluded.gained
        where d.reaches <> excluded.reaches or d.gained <> excluded.gained
      returning d.slice_id, d.question, d.day)
    select distinct c.slice_id as "sliceId", c.question, ${dekadOf("c.day")}::text as dekad
    from (select * from gone union all select * from kept) c
    join slice k on k.merchant_id = ${merchantId}::uuid and k.id = c.slice_id and k.kind <> 'distributor'`;
  await sumDekads(tx, { merchantId, changed });
}
