import { ACTS } from "@/domain/metrics/acts";
import { COHORT_UNITS, type CohortUnit } from "@/domain/metrics/cohort";
import { lookBack } from "@/features/insights/commands/look-back";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";
import { Prisma } from "@/prisma/generated/client";

/**
 * Brings the cohorts up to day_person: everybody's first days, and how many people of each week and month
 * acted in the later ones. A visit is any day on which somebody came or acted, as the board of customer
 * activity counts it; customers of an order history come with their orders. Of a channel are those who came
 * by it on their first day (who came by two belongs to both), however they come later. Computed as a whole,
 * because a browser that is joined to a customer can move a first day.
 */
export async function refreshCohorts(merchantId: AuthorizedMerchantId): Promise<void> {
  await lookBack(merchantId, "cohorts", async (tx) => {
    await writeFirstDays(tx, merchantId);
    await tx.$executeRaw`delete from cohort_cell where merchant_id = ${merchantId}::uuid`;
    for (const unit of COHORT_UNITS) await countCells(tx, merchantId, unit);
  });
}

/** The rows of people's days in the whole shop; a link that was opened is no person. */
function daysOfPeople(merchantId: string): Prisma.Sql {
  return Prisma.sql`day_person
    where merchant_id = ${merchantId}::uuid and (acts & ${ACTS.visited | ACTS.active}::int) <> 0
      and slice_id = (select id from slice where merchant_id = ${merchantId}::uuid and kind = 'all' and key = '')`;
}

/** First days, and by which channels somebody came on them. Rows that are right already stay as they are. */
async function writeFirstDays(tx: MerchantTx, merchantId: string): Promise<void> {
  await tx.$executeRaw`${plannedAnew}
    with fresh as materialized (
      select person_id, min(day) as visit_day, min(day) filter (where orders > 0) as order_day
      from ${daysOfPeople(merchantId)} group by person_id),
    way as materialized (
      select f.person_id, k.key, d.day = f.visit_day as is_visit,
        coalesce(d.day = f.order_day, false) and d.orders > 0 as is_order
      from slice k
      join day_person d on d.merchant_id = ${merchantId}::uuid and d.slice_id = k.id
        and (d.acts & ${ACTS.visited | ACTS.active}::int) <> 0
      join fresh f on f.person_id = d.person_id and (f.visit_day = d.day or f.order_day = d.day)
      where k.merchant_id = ${merchantId}::uuid and k.kind = 'channel'),
    known as materialized (
      select f.*, coalesce(w.visit_channels, '{}') as visit_channels,
        coalesce(w.order_channels, '{}') as order_channels
      from fresh f
      left join (
        select person_id, array_agg(key order by key) filter (where is_visit) as visit_channels,
          array_agg(key order by key) filter (where is_order) as order_channels
        from way group by person_id) w on w.person_id = f.person_id),
    gone as (
      delete from person_first p where p.merchant_id = ${merchantId}::uuid
        and p.person_id not in (select person_id from fresh))
    insert into person_first as p (merchant_id, person_id, visit_day, order_day, visit_channels, order_channels)
    select ${merchantId}::uuid, person_id, visit_day, order_day, visit_channels, order_channels from known
    on conflict (merchant_id, person_id) do update
      set visit_day = excluded.visit_day, order_day = excluded.order_day,
        visit_channels = excluded.visit_channels, order_channels = excluded.order_channels
      where (p.visit_day, p.order_day, p.visit_channels, p.order_channels) is distinct from
        (excluded.visit_day, excluded.order_day, excluded.visit_channels, excluded.order_channels)`;
}

/** The cells of everybody and of each channel. Weeks are ISO weeks: both begin them on Monday. */
async function countCells(tx: MerchantTx, merchantId: string, unit: CohortUnit): Promise<void> {
  const firstOf = (day: Prisma.Sql) => Prisma.sql`date_trunc(${unit}, ${day}::timestamp)::date`;
  await tx.$executeRaw`${plannedAnew}
    with came as (
      select person_id, period, bool_or(orders > 0) as paid
      from (select person_id, orders, ${firstOf(Prisma.sql`day`)} as period from ${daysOfPeople(merchantId)}) days
      group by person_id, period)
    insert into cohort_cell (merchant_id, basis, unit, channel, cohort, period, people)
    select ${merchantId}::uuid, b.basis, ${unit}, way.channel, b.cohort, c.period, count(*)
    from came c
    join person_first p on p.merchant_id = ${merchantId}::uuid and p.person_id = c.person_id
    cross join lateral (values
      ('visit', ${firstOf(Prisma.sql`p.visit_day`)}, true, p.visit_channels),
      ('order', ${firstOf(Prisma.sql`p.order_day`)}, c.paid, p.order_channels)) b (basis, cohort, belongs, channels)
    cross join lateral unnest(array[''] || b.channels) way (channel)
    where b.belongs
    group by b.basis, way.channel, b.cohort, c.period`;
}
