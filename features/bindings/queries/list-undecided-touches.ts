import type { MerchantTx } from "@/lib/db/in-merchant";

/** A click that may change a binding, with everything that the decision needs. */
export type UndecidedTouch = {
  clickId: string;
  clickedAt: Date;
  /** Whose link it is: the sharer's own distributorship or the nearest one on the way it was passed. */
  distributorId: string;
  /** Of the policy that was in force when the link was opened. */
  mode: "first_touch" | "last_touch";
  validityDays: number;
  protectionDays: number;
  /** Only where it was allowed at the click and still is. */
  allowSelfPurchase: boolean;
  customerDistributorId: string | null;
  /** The customer's latest binding, ended or not; all null when there never was one. */
  bindingId: string | null;
  boundTo: string | null;
  boundAt: Date | null;
  validUntil: Date | null;
  /** Orders decided before keep what they were decided on. */
  lastOrderAt: Date | null;
};

/** Further than this a click is not followed towards a distributor. */
const maxHops = 30;
/** The newest clicks of a customer that one decision looks at. */
const maxTouches = 200;

/**
 * The clicks of all browsers of a customer that were not decided by an order or overtaken by a
 * binding, oldest first: one statement. It also locks the customer's row, so that two tabs, or a
 * sign-in and a checkout, decide one after the other. Each click is judged by the policy of its own
 * moment, so that a later policy never turns a click that lost into one that won.
 */
export async function listUndecidedTouches(
  tx: MerchantTx,
  question: { merchantId: string; customerId: string; now: Date },
): Promise<UndecidedTouch[]> {
  const { merchantId, customerId, now } = question;
  return tx.$queryRaw<UndecidedTouch[]>`
    with recursive buyer as (
      select id from customer where merchant_id = ${merchantId}::uuid and id = ${customerId}::uuid
      for no key update
    ), policy as (
      select version, attribution_mode, validity_days, protection_days, allow_self_purchase, created_at,
        max(validity_days) over () as longest_days,
        first_value(allow_self_purchase) over (order by version desc) as self_purchase_now
      from merchant_policy where merchant_id = ${merchantId}::uuid
    ), latest as (
      select id, distributor_id, bound_at, valid_until from customer_binding
      where merchant_id = ${merchantId}::uuid and customer_id = ${customerId}::uuid
      order by bound_at desc limit 1
    ), last_order as (
      select created_at as at from orders
      where merchant_id = ${merchantId}::uuid and customer_id = ${customerId}::uuid
      order by created_at desc limit 1
    ), click as (
      select k.id, k.link_id, k.clicked_at
      from buyer
      join visitor v on v.merchant_id = ${merchantId}::uuid and v.customer_id = buyer.id
      join share_click k on k.merchant_id = ${merchantId}::uuid and k.visitor_id = v.id
      left join latest on true left join last_order on true
      where k.clicked_at > ${now}::timestamptz
          - (select max(longest_days) from policy) * interval '24 hours'
        and (latest.bound_at is null or k.clicked_at > latest.bound_at)
        and (last_order.at is null or k.clicked_at > last_order.at or v.joined_at > last_order.at)
      order by k.clicked_at desc limit ${maxTouches}
    ), hop as (
      select distinct l.id as link_id, l.parent_link_id, l.sharer_customer_id, 0 as depth
      from click join share_link l on l.merchant_id = ${merchantId}::uuid and l.id = click.link_id
      union all
      select hop.link_id, l.parent_link_id, l.sharer_customer_id, hop.depth + 1
      from hop join share_link l on l.merchant_id = ${merchantId}::uuid and l.id = hop.parent_link_id
      where hop.depth < ${maxHops}
    ), owner as (
      select distinct on (hop.link_id) hop.link_id, d.id
      from hop join distributor d on d.merchant_id = ${merchantId}::uuid
        and d.customer_id = hop.sharer_customer_id and d.status = 'approved'
      order by hop.link_id, hop.depth
    )
    select click.id as "clickId", click.clicked_at as "clickedAt", owner.id as "distributorId",
      policy.attribution_mode as mode, policy.validity_days as "validityDays",
      policy.protection_days as "protectionDays",
      policy.allow_self_purchase and policy.self_purchase_now as "allowSelfPurchase",
      (select id from distributor where merchant_id = ${merchantId}::uuid
        and customer_id = ${customerId}::uuid) as "customerDistributorId",
      latest.id as "bindingId", latest.distributor_id as "boundTo",
      latest.bound_at as "boundAt", latest.valid_until as "validUntil",
      last_order.at as "lastOrderAt"
    from click join owner on owner.link_id = click.link_id
    cross join lateral (
      select * from policy where policy.created_at <= click.clicked_at or policy.version = 1
      order by policy.version desc limit 1
    ) policy
    left join latest on true left join last_order on true
    order by click.clicked_at, click.id`;
}
