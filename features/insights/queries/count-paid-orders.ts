import type { Window } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** Orders paid in the window; also those that were refunded later. */
export async function countPaidOrders(
  tx: MerchantTx,
  { merchantId, from, to }: Window,
): Promise<number> {
  const [row] = await tx.$queryRaw<{ value: number }[]>`
    select count(*)::int as value from orders
    where merchant_id = ${merchantId}::uuid and paid_at >= ${from} and paid_at < ${to}`;
  return row?.value ?? 0;
}
