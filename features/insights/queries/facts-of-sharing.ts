import { Prisma } from "@/prisma/generated/client";

/**
 * The common table expressions `person` (everybody who was ever seen, and when first) and `brought` (who
 * was brought by whom, when and by which link). The first opening of somebody else's link decides, so
 * everybody is brought at most once. Whoever had brought others before was there by themselves and stays
 * a root: going up, moments only get earlier, so that nobody can lie below themselves.
 */
export function factsOfSharing(merchantId: string): Prisma.Sql {
  return Prisma.sql`
    person as materialized (
      select person, min(at) as first_seen_at from (
        select coalesce(customer_id, id) as person, first_seen_at as at from visitor
        where merchant_id = ${merchantId}::uuid
        union all
        select id, created_at from customer where merchant_id = ${merchantId}::uuid) seen
      group by person),
    first_opening as materialized (
      select distinct on (person) coalesce(v.customer_id, v.id) as person,
        l.sharer_customer_id as bringer, l.id as link, c.clicked_at as at
      from share_click c
      join share_link l on l.merchant_id = c.merchant_id and l.id = c.link_id
      join visitor v on v.merchant_id = c.merchant_id and v.id = c.visitor_id
      where c.merchant_id = ${merchantId}::uuid and v.customer_id is distinct from l.sharer_customer_id
      order by person, c.clicked_at, c.id),
    brought as materialized (
      select f.* from first_opening f
      left join (select bringer, min(at) as at from first_opening group by bringer) began
        on began.bringer = f.person
      where began.at is null or f.at < began.at)`;
}
