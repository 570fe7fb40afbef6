import { availableAt } from "@/domain/commissions/maturity";
import type { MerchantTx } from "@/lib/db/in-merchant";

/**
 * The goods were received: from here the hold period of the order's commissions runs, as long as the
 * policy says that the order was placed under. A second receipt does not start it again.
 */
export async function startCommissionHold(
  tx: MerchantTx,
  receipt: { merchantId: string; orderId: string; receivedAt: Date },
): Promise<void> {
  const { merchantId, orderId, receivedAt } = receipt;
  const [policy] = await tx.$queryRaw<{ holdDays: number }[]>`
    select p.hold_days as "holdDays" from orders o
    join merchant_policy p on p.merchant_id = o.merchant_id and p.version = o.policy_version
    where o.merchant_id = ${merchantId}::uuid and o.id = ${orderId}::uuid`;
  if (policy === undefined) throw new Error(`order ${orderId} is gone or has no policy`);
  await tx.commission.updateMany({
    where: { merchantId, orderId, availableAt: null, state: { in: ["pending", "held"] } },
    data: { availableAt: availableAt(receivedAt, policy.holdDays) },
  });
}
