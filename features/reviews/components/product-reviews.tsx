import { SectionHeading } from "@/components/phone/section-heading";
import { ReviewItem } from "@/features/reviews/components/review-item";
import { StarSummaryCard } from "@/features/reviews/components/star-summary-card";
import type { ProductReviewsView } from "@/features/reviews/schema";
import { mallText } from "@/lib/i18n/mall-text";

/** What buyers say, on the product's page: the stars of all, the newest words, and the way to the rest. */
export function ProductReviews({ slug, view }: { slug: string; view: ProductReviewsView }) {
  const { stars, reviews, hasMore } = view;
  const isReviewed = stars.some((count) => count > 0);
  return (
    <section className="gutter pt-8">
      <SectionHeading
        title={mallText("mall.reviews.heading")}
        more={
          hasMore ? { href: `/p/${slug}/reviews`, label: mallText("mall.reviews.all") } : undefined
        }
      />
      {isReviewed ? (
        <div className="mt-2.5">
          <StarSummaryCard stars={stars} />
        </div>
      ) : (
        <p className="mt-1.5 text-ink-soft text-sm">{mallText("mall.reviews.none")}</p>
      )}
      <ul className="divide-y divide-line">
        {reviews.map((review) => (
          <li key={review.reviewId} className="py-4">
            <ReviewItem review={review} />
          </li>
        ))}
      </ul>
    </section>
  );
}
