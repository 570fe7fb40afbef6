import { Prisma } from "@/prisma/generated/client";

/**
 * The common table expression `odd`: paid orders that count for a distributor at level 1 and of which at least
 * one thing is so that the board of anomalies looks at it. A self-purchase that the shop's rules allowed is
 * nobody's trick: its payer and its address are the distributor's by right. An address is the same by its
 * phone, or by its region and its details.
 */
export function factsOfOddOrders(merchantId: string): Prisma.Sql {
  return Prisma.sql`
    own_place as materialized (
      select distinct d.id as distributor_id, a.phone, a.region_code, a.detail
      from distributor d
      join address a on a.merchant_id = d.merchant_id and a.customer_id = d.customer_id
      where d.merchant_id = ${merchantId}::uuid),
    sold as materialized (
      select o.id, o.customer_id, o.paid_at, o.click_id, o.refunded_fen > 0 as is_refunded, o.receiver_phone,
        o.region_code, o.address_detail, d.id as distributor_id, d.customer_id as owner_id,
        p.allow_self_purchase and o.customer_id = d.customer_id as is_allowed
      from orders o
      join distributor d on d.merchant_id = o.merchant_id and d.id = o.level1_distributor_id
      join merchant_policy p on p.merchant_id = o.merchant_id and p.version = o.policy_version
      where o.merchant_id = ${merchantId}::uuid and o.paid_at is not null),
    unclicked as (
      select s.id from sold s
      where s.click_id is null and not s.is_allowed and not exists (
        select from visitor v
        join share_click c on c.merchant_id = v.merchant_id and c.visitor_id = v.id and c.clicked_at <= s.paid_at
        join share_link l on l.merchant_id = c.merchant_id and l.id = c.link_id
          and l.sharer_customer_id = s.owner_id
        where v.merchant_id = ${merchantId}::uuid and v.customer_id = s.customer_id)),
    near as (
      select s.id from sold s
      join own_place h on h.distributor_id = s.distributor_id and h.phone = s.receiver_phone and h.phone <> ''
      where not s.is_allowed
      union
      select s.id from sold s
      join own_place h on h.distributor_id = s.distributor_id and h.region_code = s.region_code
        and h.detail = s.address_detail and h.detail <> ''
      where not s.is_allowed),
    self_paid as (
      select s.id from sold s
      join payment y on y.merchant_id = ${merchantId}::uuid and y.order_id = s.id and y.state = 'success'
      join wechat_identity i on i.merchant_id = y.merchant_id and i.app_id = y.app_id
        and i.open_id = y.payer_open_id and i.customer_id = s.owner_id
      where not s.is_allowed),
    odd as materialized (
      select s.id as order_id, s.distributor_id, s.customer_id,
        (s.paid_at at time zone 'Asia/Shanghai')::date as day,
        u.id is not null as has_no_click, n.id is not null as to_own_address,
        f.id is not null as by_own_payer, s.is_refunded
      from sold s
      left join unclicked u on u.id = s.id
      left join near n on n.id = s.id
      left join (select distinct id from self_paid) f on f.id = s.id
      where u.id is not null or n.id is not null or f.id is not null or s.is_refunded)`;
}
