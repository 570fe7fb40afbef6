import { getDistributorBalances } from "@/features/ledger/queries/get-distributor-balances";
import type { DistributorAccountDetailView } from "@/features/ledger/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** One distributor's account as a whole; null for an id that this merchant does not have. */
export async function getDistributorAccount(
  tx: MerchantTx,
  { merchantId, distributorId }: { merchantId: string; distributorId: string },
): Promise<DistributorAccountDetailView | null> {
  const row = await tx.distributor.findUnique({
    where: { merchantId_id: { merchantId, id: distributorId } },
    select: {
      displayName: true,
      status: true,
      payoutsFrozenAt: true,
      payoutsFrozenReason: true,
    },
  });
  if (!row) return null;
  const { displayName, ...rest } = row;
  const balances = await getDistributorBalances(tx, { merchantId, distributorId });
  return { distributorId, name: displayName, ...rest, ...balances };
}
