import { selectReviews } from "@/features/reviews/queries/select-reviews";
import type { StaffReviewView } from "@/features/reviews/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { Prisma } from "@/prisma/generated/client";

/** One review for staff; null for what is not this merchant's. */
export async function getReview(
  tx: MerchantTx,
  { merchantId, reviewId }: { merchantId: string; reviewId: string },
): Promise<StaffReviewView | null> {
  const [review] = await selectReviews(tx, merchantId, Prisma.sql`and r.id = ${reviewId}::uuid`);
  return review ?? null;
}
