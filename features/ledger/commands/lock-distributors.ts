import type { MerchantTx } from "@/lib/db/in-merchant";

/**
 * Makes everybody who decides from these distributors' available balance or debt wait for each other
 * until the transaction ends. Call it before the balances are read; ids in any order, repeated or not.
 * The rows are locked in id order, so that two callers never wait in a circle, and so that foreign
 * keys on distributors go on unhindered.
 */
export async function lockDistributors(
  tx: MerchantTx,
  who: { merchantId: string; distributorIds: readonly string[] },
): Promise<void> {
  const { merchantId, distributorIds } = who;
  if (distributorIds.length === 0) return;
  await tx.$queryRaw`
    select id from distributor
    where merchant_id = ${merchantId}::uuid and id = any(${distributorIds}::uuid[])
    order by id for no key update`;
}
