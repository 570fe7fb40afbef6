import { toDistributorBalances } from "@/features/ledger/queries/to-distributor-balances";
import type { DistributorBalances } from "@/features/ledger/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** A distributor's balances in fen; 0 where nothing was ever booked. */
export async function getDistributorBalances(
  tx: MerchantTx,
  question: { merchantId: string; distributorId: string },
): Promise<DistributorBalances> {
  const accounts = await tx.ledgerAccount.findMany({
    where: question,
    select: { kind: true, balanceFen: true, heldFen: true },
  });
  return toDistributorBalances(accounts);
}
