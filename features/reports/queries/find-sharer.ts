import type { MerchantTx } from "@/lib/db/in-merchant";

/**
 * Who brought a customer: of an own order the distributor for whom it counts, else the distributor whose
 * link the customer opened last, on whichever of their browsers. Null where nobody did, and never the
 * customer.
 */
export async function findSharer(
  tx: MerchantTx,
  question: { merchantId: string; customerId: string; orderNo: string },
): Promise<{ distributorId: string; name: string } | null> {
  const { merchantId, customerId, orderNo } = question;
  const [found] = await tx.$queryRaw<{ distributorId: string; name: string }[]>`
    select d.id as "distributorId", d.display_name as name
    from (
      select 0 as place, level1_distributor_id as id, created_at as at from orders
      where merchant_id = ${merchantId}::uuid and customer_id = ${customerId}::uuid and order_no = ${orderNo}
        and level1_distributor_id is not null
      union all
      (select 1, o.id, c.clicked_at from visitor v
       join share_click c on c.merchant_id = v.merchant_id and c.visitor_id = v.id
       join share_link l on l.merchant_id = c.merchant_id and l.id = c.link_id
       join distributor o on o.merchant_id = l.merchant_id and o.customer_id = l.sharer_customer_id
       where v.merchant_id = ${merchantId}::uuid and v.customer_id = ${customerId}::uuid
       order by c.clicked_at desc, c.id desc limit 20)
    ) brought
    join distributor d on d.merchant_id = ${merchantId}::uuid and d.id = brought.id
      and d.customer_id <> ${customerId}::uuid
    order by brought.place, brought.at desc limit 1`;
  return found ?? null;
}
