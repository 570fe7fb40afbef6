import { ACTS } from "@/domain/metrics/acts";
import type { DaySpan } from "@/features/insights/schema";
import { Prisma } from "@/prisma/generated/client";

const seen = ACTS.visited | ACTS.active;
const sawProduct = seen | ACTS.sawProduct;
const carted = sawProduct | ACTS.carted;
const checkedOut = carted | ACTS.checkedOut;
const converted = checkedOut | ACTS.bought | ACTS.converted;

/** What an event of the mall's pages says of its person. */
const ofEvent = Prisma.sql`case kind
  when 'view' then case when product is null then ${seen}::int else ${sawProduct}::int end
  when 'scan' then ${seen}::int
  when 'favourite' then ${sawProduct | ACTS.favourited}::int
  when 'cart' then ${carted}::int
  when 'checkout' then ${checkedOut}::int end`;

/**
 * The common table expressions `click` (openings of share links) and `act` (who did what on which
 * Shanghai day, where it can be said with which product, by which channel and distributor, to which
 * region). `act.channel` null: whichever way the person came on that day. People are customers; a
 * browser that no customer signed in with is one by itself.
 */
export function factsOfPeople(span: DaySpan): Prisma.Sql {
  const { merchantId, from, until } = span;
  return Prisma.sql`
    click as materialized (
      select (c.clicked_at at time zone 'Asia/Shanghai')::date as day,
        coalesce(v.customer_id, v.id) as person, l.id as link, l.sharer_customer_id as sharer,
        l.channel::text as channel, d.id as distributor,
        case when l.target_kind = 'product' then l.target_id::text end as product,
        case when l.target_kind = 'scene' then l.target_id end as scene
      from share_click c
      join share_link l on l.merchant_id = c.merchant_id and l.id = c.link_id
      join visitor v on v.merchant_id = c.merchant_id and v.id = c.visitor_id
      left join distributor d on d.merchant_id = c.merchant_id and d.customer_id = l.sharer_customer_id
      where c.merchant_id = ${merchantId}::uuid and c.clicked_at >= ${from} and c.clicked_at < ${until}),
    page_event as (
      select (e.at at time zone 'Asia/Shanghai')::date as day, coalesce(v.customer_id, e.visitor_id) as person,
        e.kind, nullif(e.product_id, '00000000-0000-0000-0000-000000000000')::text as product
      from event e
      left join visitor v on v.merchant_id = e.merchant_id and v.id = e.visitor_id
      where e.merchant_id = ${merchantId}::uuid and e.at >= ${from} and e.at < ${until}
        and e.kind not in ('dwell', 'share_set')),
    sold as (
      select (o.paid_at at time zone 'Asia/Shanghai')::date as day, o.id, o.customer_id as person,
        o.province as region, coalesce(l.channel::text, 'direct') as channel,
        o.level1_distributor_id as distributor
      from orders o
      left join share_click c on c.merchant_id = o.merchant_id and c.id = o.click_id
      left join share_link l on l.merchant_id = c.merchant_id and l.id = c.link_id
      where o.merchant_id = ${merchantId}::uuid and o.paid_at >= ${from} and o.paid_at < ${until}),
    act as materialized (
      select day, person, ${seen}::int | case when product is null then 0 else ${ACTS.sawProduct}::int end
          | case when person = sharer then 0 else ${ACTS.brought}::int end as acts,
        null::text as order_id, product, channel, distributor, null::text as region
      from click
      union all
      select day, sharer, ${ACTS.shared | ACTS.active}::int, null, product, channel, distributor, null
      from click where person <> sharer
      union all
      select day, link, ${ACTS.opened}::int, null, product, channel, distributor, null
      from click where person <> sharer
      union all
      select (first_seen_at at time zone 'Asia/Shanghai')::date, coalesce(customer_id, id),
        ${ACTS.visited}::int, null, null, null, null, null
      from visitor
      where merchant_id = ${merchantId}::uuid and first_seen_at >= ${from} and first_seen_at < ${until}
      union all
      select day, person, ${ofEvent}, null, product, null, null, null from page_event
      union all
      select day, person, ${converted}::int, id::text, null, channel, distributor, region from sold
      union all
      select distinct s.day, s.person, ${converted}::int, s.id::text, l.product_id::text, s.channel, s.distributor, s.region
      from sold s
      join order_line l on l.merchant_id = ${merchantId}::uuid and l.order_id = s.id
      union all
      select (created_at at time zone 'Asia/Shanghai')::date, customer_id,
        ${ACTS.visited | ACTS.active | ACTS.reviewed}::int, null, product_id::text, null, null, null
      from review
      where merchant_id = ${merchantId}::uuid and created_at >= ${from} and created_at < ${until}
      union all
      select (sold_at at time zone 'Asia/Shanghai')::date, md5('history:' || customer_ref)::uuid,
        ${ACTS.bought | ACTS.active}::int, invoice_no, null, 'imported', null, nullif(region, '')
      from history_order
      where merchant_id = ${merchantId}::uuid and kind = 'sale' and customer_ref <> ''
        and sold_at >= ${from} and sold_at < ${until}
      union all
      select distinct (sold_at at time zone 'Asia/Shanghai')::date, md5('history:' || customer_ref)::uuid,
        ${ACTS.bought | ACTS.active}::int, invoice_no, code, 'imported', null::uuid, nullif(region, '')
      from history_line
      where merchant_id = ${merchantId}::uuid and kind = 'sale' and customer_ref <> '' and not is_service
        and sold_at >= ${from} and sold_at < ${until})`;
}
