import type { MerchantTx } from "@/lib/db/in-merchant";

/** The id of a customer's own order; null for what is not theirs. */
export async function findOwnOrder(
  tx: MerchantTx,
  { merchantId, customerId, orderNo }: { merchantId: string; customerId: string; orderNo: string },
): Promise<string | null> {
  const order = await tx.order.findUnique({
    where: { merchantId_orderNo: { merchantId, orderNo }, customerId },
    select: { id: true },
  });
  return order?.id ?? null;
}
