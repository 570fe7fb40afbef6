import type { MerchantTx } from "@/lib/db/in-merchant";

/** Reviews whose words wait for staff. */
export async function countWaitingReviews(
  tx: MerchantTx,
  { merchantId }: { merchantId: string },
): Promise<number> {
  return tx.review.count({ where: { merchantId, state: "waiting" } });
}
