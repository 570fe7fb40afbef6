import { reviewWhere } from "@/features/reviews/queries/review-where";
import type { ReviewFilter, ReviewState } from "@/features/reviews/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** How many reviews there are in each state that match the rest of the filter. */
export async function countReviews(
  tx: MerchantTx,
  { merchantId, filter }: { merchantId: string; filter: ReviewFilter },
): Promise<Record<ReviewState, number>> {
  const rows = await tx.$queryRaw<{ state: ReviewState; count: number }[]>`
    select r.state::text as state, count(*)::int as count from review r
    where r.merchant_id = ${merchantId}::uuid ${reviewWhere(filter)} group by r.state`;
  const counts: Record<ReviewState, number> = { waiting: 0, published: 0, hidden: 0, withdrawn: 0 };
  for (const { state, count } of rows) counts[state] = count;
  return counts;
}
