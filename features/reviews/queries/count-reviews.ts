import type { ReviewState } from "@/features/reviews/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** How many reviews a merchant has in each state. */
export async function countReviews(
  tx: MerchantTx,
  { merchantId }: { merchantId: string },
): Promise<Record<ReviewState, number>> {
  const rows = await tx.review.groupBy({
    by: ["state"],
    where: { merchantId },
    _count: { _all: true },
  });
  const counts: Record<ReviewState, number> = { waiting: 0, published: 0, hidden: 0, withdrawn: 0 };
  for (const { state, _count } of rows) counts[state] = _count._all;
  return counts;
}
