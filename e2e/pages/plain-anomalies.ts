import { inDays } from "@/e2e/pages/plain-facts";
import { count, type PlainQuestions } from "@/e2e/pages/plain-forms";

/** Orders that count for a distributor at level 1, but for self-purchases that the policy allowed. */
const own = `(select s.*, o.customer_id, o.receiver_phone, o.region_code, o.address_detail, o.click_id,
    d.customer_id as seller, p.allow_self_purchase and o.customer_id = d.customer_id as is_allowed,
    exists (select from refund r where r.merchant_id = $1 and r.order_id = o.id and r.succeeded_at is not null)
      as is_refunded
  from sale s
  join orders o on o.merchant_id = $1 and o.id::text = s.id
  join distributor d on d.merchant_id = $1 and d.id = s.distributor
  join merchant_policy p on p.merchant_id = $1 and p.version = o.policy_version
  where ${inDays})`;
const hasNoClick = `click_id is null and not exists (
  select from opened c where c.person = customer_id::text and c.sharer = seller::text and c.at <= own.at)`;
const isOwnCustomer = `(exists (select from address a where a.merchant_id = $1 and a.customer_id = seller
    and (a.phone = receiver_phone or a.region_code = own.region_code and a.detail = address_detail))
  or exists (select from payment y join wechat_identity i on i.merchant_id = y.merchant_id
    and i.app_id = y.app_id and i.open_id = y.payer_open_id
    where y.merchant_id = $1 and y.order_id::text = own.id and y.state = 'success' and i.customer_id = seller))`;
const distributors = (which: string, having: string) =>
  count(`select count(*) from (select distributor from ${own} own where ${which}
    group by distributor having ${having}) odd`);

/** Board 14: how many distributors each rule finds. */
export const plainAnomalies: PlainQuestions = {
  clicksWithoutOrders: count(`select count(*) from distributor d where d.merchant_id = $1
    and (select count(*) from opened where ${inDays} and sharer = d.customer_id::text and person <> sharer) >= 500
    and not exists (select from sale where ${inDays} and distributor = d.id)`),
  ordersWithoutClicks: distributors(`not is_allowed and ${hasNoClick}`, "count(*) >= 3"),
  ownCustomers: distributors(`not is_allowed and ${isOwnCustomer}`, "count(*) >= 1"),
  refundRings: distributors(
    "true",
    `count(*) filter (where is_refunded) >= 4 and count(*) filter (where is_refunded) * 2 >= count(*)
      and count(*) filter (where is_refunded) >= 2 * count(distinct customer_id) filter (where is_refunded)`,
  ),
  offPlatformReports: count(`select count(distinct distributor_id) from (
    select *, (created_at at time zone 'Asia/Shanghai')::date as day from off_platform_report
    where merchant_id = $1 and state <> 'dismissed') r where ${inDays}`),
};
