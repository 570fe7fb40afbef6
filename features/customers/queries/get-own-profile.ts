import type { MerchantTx } from "@/lib/db/in-merchant";

/** What a customer let us know of themselves; empty strings before they did. */
export async function getOwnProfile(
  tx: MerchantTx,
  input: { merchantId: string; customerId: string },
): Promise<{ nickname: string; avatarUrl: string }> {
  const { merchantId, customerId } = input;
  return tx.customer.findUniqueOrThrow({
    where: { merchantId_id: { merchantId, id: customerId } },
    select: { nickname: true, avatarUrl: true },
  });
}
