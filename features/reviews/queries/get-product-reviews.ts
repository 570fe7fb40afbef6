import { countProductStars } from "@/features/reviews/queries/count-product-stars";
import { listProductReviews } from "@/features/reviews/queries/list-product-reviews";
import type { ProductReviewsView } from "@/features/reviews/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** So many words on the product's own page; the rest has a page. */
const shownReviews = 3;

/** The stars of a product and its newest words, for its page in the mall. */
export async function getProductReviews(
  tx: MerchantTx,
  product: { merchantId: string; productId: string },
): Promise<ProductReviewsView> {
  const stars = await countProductStars(tx, product);
  const page = await listProductReviews(tx, { ...product, limit: shownReviews });
  return { stars, reviews: page.reviews, hasMore: page.nextCursor !== null };
}
