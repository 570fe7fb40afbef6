import type { TopSharer, Window } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/**
 * Who brought most visits in the window, with the paid orders that count for them as level 1.
 * Customers who share without being distributors are among them.
 */
export async function listTopSharers(
  tx: MerchantTx,
  { merchantId, from, to, limit }: Window & { limit: number },
): Promise<TopSharer[]> {
  return tx.$queryRaw<TopSharer[]>`
    with opened as (
      select l.sharer_customer_id as customer_id, count(*)::int as visits,
        count(distinct coalesce(v.customer_id, v.id))::int as visitors
      from share_click k
      join share_link l on l.merchant_id = k.merchant_id and l.id = k.link_id
      join visitor v on v.merchant_id = k.merchant_id and v.id = k.visitor_id
      where k.merchant_id = ${merchantId}::uuid and k.clicked_at >= ${from} and k.clicked_at < ${to}
        and v.customer_id is distinct from l.sharer_customer_id
      group by 1 order by visits desc limit ${limit}
    )
    select o.customer_id as "customerId", d.id as "distributorId",
      coalesce(d.display_name, nullif(c.nickname, ''), '') as name, o.visits, o.visitors,
      sold.orders, sold.fen as "salesFen"
    from opened o
    join customer c on c.merchant_id = ${merchantId}::uuid and c.id = o.customer_id
    left join distributor d on d.merchant_id = c.merchant_id and d.customer_id = c.id
    cross join lateral (
      select count(*)::int as orders, coalesce(sum(goods_fen - discount_fen), 0)::bigint as fen
      from orders where merchant_id = ${merchantId}::uuid and level1_distributor_id = d.id
        and paid_at >= ${from} and paid_at < ${to}
    ) sold
    order by o.visits desc, o.customer_id`;
}
