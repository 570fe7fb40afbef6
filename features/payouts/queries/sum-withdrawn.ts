import type { MerchantTx } from "@/lib/db/in-merchant";

/** All that a distributor was ever paid, in fen, tax included: what left the available account for good. */
export async function sumWithdrawn(
  tx: MerchantTx,
  question: { merchantId: string; distributorId: string },
): Promise<bigint> {
  const { merchantId, distributorId } = question;
  const { _sum } = await tx.payout.aggregate({
    where: { merchantId, distributorId, state: "paid" },
    _sum: { grossFen: true },
  });
  return _sum.grossFen ?? 0n;
}
