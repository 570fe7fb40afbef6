import { ACTS } from "@/domain/metrics/acts";
import { factsOfPeople } from "@/features/insights/queries/facts-of-people";
import type { DaySpan } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";

/**
 * Replaces day_person of the span by what the facts say now. Rows that are right already stay as they are.
 * Where somebody's row changed, the people of that day and of all later days on which they acted have
 * to be summed anew: those days are marked.
 */
export async function rollUpPeople(tx: MerchantTx, span: DaySpan, now: Date): Promise<void> {
  const { merchantId, fromDay, untilDay } = span;
  await tx.$executeRaw`${plannedAnew}
    with ${factsOfPeople(span)},
    clicked as materialized (
      select distinct day, person, channel, distributor from click),
    placed as (
      select 'all'::slice_kind as kind, '' as key, day, person, acts, order_id from act
      union all
      select 'product', product, day, person, acts, order_id from act where product is not null
      union all
      select 'category', p.category_id::text, a.day, a.person, a.acts, a.order_id from act a
      join product p on p.merchant_id = ${merchantId}::uuid and p.id::text = a.product
      union all
      select 'scene', s.scene_id::text, a.day, a.person, a.acts, a.order_id from act a
      join scene_product s on s.merchant_id = ${merchantId}::uuid and s.product_id::text = a.product
      union all
      select 'scene', scene::text, day, person, ${ACTS.visited | ACTS.brought | ACTS.active}::int, null
      from click where scene is not null and person <> sharer
      union all
      select 'region', region, day, person, acts, order_id from act where region is not null
      union all
      select 'channel', coalesce(a.channel, c.channel, 'direct'), a.day, a.person, a.acts, a.order_id
      from act a left join clicked c on a.channel is null and c.day = a.day and c.person = a.person
      union all
      select 'distributor', coalesce(a.distributor, c.distributor)::text, a.day, a.person, a.acts, a.order_id
      from act a
      left join clicked c on a.channel is null and c.day = a.day and c.person = a.person
      where coalesce(a.distributor, c.distributor) is not null),
    summed as materialized (
      select kind, key, day, person, bit_or(acts) as acts, count(order_id)::int as orders
      from (select kind, key, day, person, order_id, bit_or(acts) as acts from placed
        group by kind, key, day, person, order_id) by_order
      group by kind, key, day, person),
    named as (
      insert into slice (merchant_id, kind, key)
      select distinct ${merchantId}::uuid, kind, key from summed s
      where not exists (select from slice k
        where k.merchant_id = ${merchantId}::uuid and k.kind = s.kind and k.key = s.key)
      returning id, kind, key),
    fresh as materialized (
      select k.id as slice_id, s.person, s.day, s.acts, s.orders from summed s
      join (select id, kind, key from slice where merchant_id = ${merchantId}::uuid
        union all select id, kind, key from named) k on k.kind = s.kind and k.key = s.key),
    gone as (
      delete from day_person d
      where d.merchant_id = ${merchantId}::uuid and d.day >= ${fromDay}::date and d.day < ${untilDay}::date
        -- Not "not exists": the planner thinks that fresh is small, and would compare all rows of a day with all.
        and (d.slice_id, d.person_id, d.day) not in (select slice_id, person, day from fresh)
      returning d.slice_id, d.person_id, d.day),
    kept as (
      insert into day_person as d (merchant_id, slice_id, person_id, day, acts, orders)
      select ${merchantId}::uuid, slice_id, person, day, acts, orders from fresh
      on conflict (merchant_id, slice_id, person_id, day) do update
        set acts = excluded.acts, orders = excluded.orders
        where d.acts <> excluded.acts or d.orders <> excluded.orders
      returning slice_id, person_id, day),
    changed as (select * from gone union all select * from kept)
    insert into rollup_dirty (merchant_id, what, day, marked_at)
    select ${merchantId}::uuid, 'people', day, ${now} from (
      select day from changed
      union
      select d.day from changed c
      join day_person d on d.merchant_id = ${merchantId}::uuid and d.slice_id = c.slice_id
        and d.person_id = c.person_id and d.day > c.day) dirty
    on conflict do nothing`;
}
