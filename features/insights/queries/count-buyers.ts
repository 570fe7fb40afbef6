import type { Window } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** Persons with at least one order paid in the window. */
export async function countBuyers(
  tx: MerchantTx,
  { merchantId, from, to }: Window,
): Promise<number> {
  const [row] = await tx.$queryRaw<{ value: number }[]>`
    select count(distinct customer_id)::int as value from orders
    where merchant_id = ${merchantId}::uuid and paid_at >= ${from} and paid_at < ${to}`;
  return row?.value ?? 0;
}
