import { Prisma } from "@/prisma/generated/client";

/**
 * Who a person of day_person is: the columns "customerId" and name, and the joins that they need, for rows `f`
 * with person_id, last_day and orders. A customer by their nickname, a customer of an order history by what
 * that called them on the last day they ordered; a browser that nobody signed in with has neither.
 */
export const nameOfPerson = {
  columns: Prisma.sql`c.id as "customerId", coalesce(c.nickname, h.customer_ref, '') as name`,
  joins: (merchantId: string) => Prisma.sql`
    left join customer c on c.merchant_id = ${merchantId}::uuid and c.id = f.person_id
    left join lateral (
      select o.customer_ref from history_order o
      where c.id is null and f.orders > 0 and o.merchant_id = ${merchantId}::uuid and o.customer_ref <> ''
        and o.sold_at >= f.last_day::timestamp at time zone 'Asia/Shanghai'
        and o.sold_at < (f.last_day + 1)::timestamp at time zone 'Asia/Shanghai'
        and md5('history:' || o.customer_ref)::uuid = f.person_id
      limit 1
    ) h on true`,
};
