import { receiveOrder } from "@/features/orders/commands/receive-order";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";

/**
 * Orders that were shipped so long ago count as received: after the days of the policy that they were
 * placed under. Each in a transaction of its own, the longest under way first.
 */
export async function receiveOverdueOrders(
  merchantId: AuthorizedMerchantId,
  run: { now: Date; limit: number },
): Promise<{ received: number }> {
  const { now, limit } = run;
  const due = await inMerchant(
    merchantId,
    (tx) => tx.$queryRaw<{ id: string }[]>`
      select o.id from orders o
      join merchant_policy p on p.merchant_id = o.merchant_id and p.version = o.policy_version
      where o.merchant_id = ${merchantId}::uuid and o.state = 'shipped'
        and o.shipped_at + make_interval(days => p.auto_receive_days) <= ${now}
      order by o.created_at limit ${limit}`,
  );
  let received = 0;
  for (const { id } of due) {
    const actor = { kind: "system" as const };
    const result = await inMerchant(merchantId, (tx) =>
      receiveOrder(tx, { merchantId, orderId: id, actor, now }),
    );
    if (result.ok) received += 1;
  }
  return { received };
}
