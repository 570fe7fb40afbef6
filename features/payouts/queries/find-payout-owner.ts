import type { MerchantTx } from "@/lib/db/in-merchant";

/** The distributor that a customer is or was; null for who never was one. */
export async function findPayoutOwner(
  tx: MerchantTx,
  customer: { merchantId: string; customerId: string },
): Promise<{ distributorId: string } | null> {
  const { merchantId, customerId } = customer;
  const row = await tx.distributor.findUnique({
    where: { merchantId_customerId: { merchantId, customerId }, decidedAt: { not: null } },
    select: { id: true },
  });
  return row && { distributorId: row.id };
}
