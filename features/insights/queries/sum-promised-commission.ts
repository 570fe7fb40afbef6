import type { Window } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** Commission in fen promised by the orders paid in the window, both levels, before any refund. */
export async function sumPromisedCommission(
  tx: MerchantTx,
  { merchantId, from, to }: Window,
): Promise<bigint> {
  const [row] = await tx.$queryRaw<{ value: bigint }[]>`
    select coalesce(sum(commission_fen), 0)::bigint as value from commission
    where merchant_id = ${merchantId}::uuid and accrued_at >= ${from} and accrued_at < ${to}`;
  return row?.value ?? 0n;
}
