import type { MerchantTx } from "@/lib/db/in-merchant";

/** When a customer was forgotten; null for who was not. */
export async function findErasure(
  tx: MerchantTx,
  { merchantId, customerId: id }: { merchantId: string; customerId: string },
): Promise<Date | null> {
  const customer = await tx.customer.findUnique({
    where: { merchantId_id: { merchantId, id } },
    select: { erasedAt: true },
  });
  return customer?.erasedAt ?? null;
}
