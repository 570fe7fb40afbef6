import type { MerchantTx } from "@/lib/db/in-merchant";

/** What stands about a customer's binding while the lock on the customer is held. */
export type CustomerStanding = {
  customerDistributorId: string | null;
  /** The latest period, ended or not; null when there never was one. */
  latest: { id: string; distributorId: string; boundAt: Date; validUntil: Date } | null;
  lastOrderAt: Date | null;
  /** Of the policy in force. */
  policy: { validityDays: number; allowSelfPurchase: boolean };
};

type Row = {
  customerDistributorId: string | null;
  bindingId: string | null;
  distributorId: string | null;
  boundAt: Date | null;
  validUntil: Date | null;
  lastOrderAt: Date | null;
  validityDays: number;
  allowSelfPurchase: boolean;
};

/**
 * Locks a customer as sign-in, click and checkout do (list-undecided-touches), so that all decisions
 * about them take turns, and reads what a decision needs. Null for somebody who is not there.
 */
export async function lockCustomer(
  tx: MerchantTx,
  { merchantId, customerId }: { merchantId: string; customerId: string },
): Promise<CustomerStanding | null> {
  const locked = await tx.$queryRaw<unknown[]>`
    select id from customer where merchant_id = ${merchantId}::uuid and id = ${customerId}::uuid
    for no key update`;
  if (locked.length === 0) return null;
  // A statement of its own: it sees what the one who held the lock before has written.
  const [row] = await tx.$queryRaw<Row[]>`
    select policy.validity_days as "validityDays", policy.allow_self_purchase as "allowSelfPurchase",
      d.id as "customerDistributorId", b.id as "bindingId", b.distributor_id as "distributorId",
      b.bound_at as "boundAt", b.valid_until as "validUntil",
      (select max(created_at) from orders where merchant_id = ${merchantId}::uuid
        and customer_id = ${customerId}::uuid) as "lastOrderAt"
    from (select * from merchant_policy where merchant_id = ${merchantId}::uuid
          order by version desc limit 1) policy
    left join distributor d on d.merchant_id = ${merchantId}::uuid
      and d.customer_id = ${customerId}::uuid
    left join lateral (
      select id, distributor_id, bound_at, valid_until from customer_binding
      where merchant_id = ${merchantId}::uuid and customer_id = ${customerId}::uuid
      order by bound_at desc limit 1) b on true`;
  if (row === undefined) throw new Error("the merchant has no policy");
  const { customerDistributorId, lastOrderAt, validityDays, allowSelfPurchase } = row;
  return {
    customerDistributorId,
    lastOrderAt,
    policy: { validityDays, allowSelfPurchase },
    latest: latestOf(row),
  };
}

function latestOf({
  bindingId,
  distributorId,
  boundAt,
  validUntil,
}: Row): CustomerStanding["latest"] {
  if (!bindingId || !distributorId || !boundAt || !validUntil) return null;
  return { id: bindingId, distributorId, boundAt, validUntil };
}
