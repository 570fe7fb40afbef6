import type { DistributorStatus } from "@/features/distributors/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** How many distributors there are of each status: for the tabs above the list. */
export async function countDistributors(
  tx: MerchantTx,
  { merchantId }: { merchantId: string },
): Promise<Record<DistributorStatus, number>> {
  const groups = await tx.distributor.groupBy({
    by: ["status"],
    where: { merchantId },
    _count: { _all: true },
  });
  const counts = { applied: 0, approved: 0, refused: 0, frozen: 0 };
  for (const { status, _count } of groups) counts[status] = _count._all;
  return counts;
}
