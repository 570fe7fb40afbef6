import type { DistributorFacts } from "@/domain/metrics/anomalies";
import { addDays } from "@/domain/metrics/calendar-day";
import { asSuperuser } from "@/e2e/database";

/** The plain question about one distributor ($2) in [$3, $4). */
const plainly = `
  with own as (
    select o.*, d.customer_id as owner from orders o
    join distributor d on d.merchant_id = o.merchant_id and d.id = o.level1_distributor_id
    where o.merchant_id = $1 and o.level1_distributor_id = $2 and o.paid_at >= $3 and o.paid_at < $4)
  select
    (select count(*)::int from share_click c join share_link l on l.id = c.link_id
      join visitor v on v.id = c.visitor_id join distributor d on d.customer_id = l.sharer_customer_id
      where d.id = $2 and v.customer_id is distinct from d.customer_id
        and c.clicked_at >= $3 and c.clicked_at < $4) as clicks,
    (select count(*)::int from own) as orders,
    (select count(*)::int from own o where not exists (
      select from share_click c join share_link l on l.id = c.link_id join visitor v on v.id = c.visitor_id
      where v.customer_id = o.customer_id and l.sharer_customer_id = o.owner
        and c.clicked_at <= o.paid_at)) as "ordersWithoutClick",
    (select count(*)::int from own where refunded_fen > 0) as "refundedOrders",
    (select count(distinct customer_id)::int from own where refunded_fen > 0) as "refundedPayers",
    (select count(*)::int from own o where exists (select from address x where x.customer_id = o.owner
      and (x.phone = o.receiver_phone or (x.region_code, x.detail) = (o.region_code, o.address_detail))))
      as "ordersToOwnAddress",
    (select count(*)::int from own o where exists (select from payment y join wechat_identity i
      on i.open_id = y.payer_open_id where y.order_id = o.id and i.customer_id = o.owner)) as "ordersByOwnPayer",
    (select count(*)::int from off_platform_report r where r.distributor_id = $2
      and r.created_at >= $3 and r.created_at < $4 and r.state <> 'dismissed') as "offPlatformReports"`;

/** What makes a distributor odd, counted from the facts one by one, on the days from `from` to `until`. */
export async function askDistributorFacts(
  merchantId: string,
  { id, from, until }: { id: string; from: string; until: string },
): Promise<DistributorFacts> {
  const days = [from, addDays(until, 1)].map((day) => `${day}T00:00:00+08:00`);
  const { rows } = await asSuperuser((db) => db.query(plainly, [merchantId, id, ...days]));
  return rows[0];
}
