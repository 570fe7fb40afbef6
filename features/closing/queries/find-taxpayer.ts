import type { MerchantTx } from "@/lib/db/in-merchant";

/** The name by which a distributor of this shop is known; null for anybody else. */
export async function findTaxpayer(
  tx: MerchantTx,
  question: { merchantId: string; distributorId: string },
): Promise<{ displayName: string } | null> {
  const { merchantId, distributorId } = question;
  return tx.distributor.findUnique({
    where: { merchantId_id: { merchantId, id: distributorId } },
    select: { displayName: true },
  });
}
