import { Prisma } from "@/prisma/generated/client";

/**
 * Customers with their orders and their distributor now.
 * @param question.which further conditions, order and limit over `customer c`
 */
export function selectCustomers(question: {
  merchantId: string;
  now: Date;
  which: Prisma.Sql;
}): Prisma.Sql {
  const { merchantId, now, which } = question;
  return Prisma.sql`
    with page as (
      select c.id, c.nickname, c.created_at from customer c
      where c.merchant_id = ${merchantId}::uuid ${which}
    )
    select page.id as "customerId", page.nickname, page.created_at as "createdAt",
      last.receiver_phone as "receiverPhone", bought.count as "orderCount", bought.fen as "paidFen",
      bound.id as "distributorId", bound.display_name as "distributorName",
      own.id as "ownDistributorId",
      array(select tag from customer_tag
        where merchant_id = ${merchantId}::uuid and customer_id = page.id order by tag) as tags
    from page
    cross join lateral (
      select count(*)::int as count, coalesce(sum(paid_fen - refunded_fen), 0)::bigint as fen
      from orders where merchant_id = ${merchantId}::uuid and customer_id = page.id and paid_fen > 0
    ) bought
    left join lateral (
      select receiver_phone from orders
      where merchant_id = ${merchantId}::uuid and customer_id = page.id
      order by created_at desc limit 1
    ) last on true
    left join lateral (
      select d.id, d.display_name from customer_binding b
      join distributor d on d.merchant_id = b.merchant_id and d.id = b.distributor_id
      where b.merchant_id = ${merchantId}::uuid and b.customer_id = page.id
        and b.bound_at <= ${now} and b.valid_until > ${now}
      order by b.bound_at desc limit 1
    ) bound on true
    left join distributor own on own.merchant_id = ${merchantId}::uuid and own.customer_id = page.id
    order by page.created_at desc, page.id desc`;
}
