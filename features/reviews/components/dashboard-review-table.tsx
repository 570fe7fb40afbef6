import Link from "next/link";
import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import type { ActionResult } from "@/components/ui/action-result";
import { DataTable } from "@/components/ui/data-table";
import { EmptyNotice } from "@/components/ui/empty-notice";
import { Moment } from "@/components/ui/moment";
import { ReviewStateBadge } from "@/features/reviews/components/dashboard-review-state";
import { Stars } from "@/features/reviews/components/dashboard-stars";
import type { StaffReviewView } from "@/features/reviews/schema";

/** @param publish null for those who may only read */
export function ReviewTable({
  reviews,
  publish,
}: {
  reviews: readonly StaffReviewView[];
  publish: ((reviewId: string) => Promise<ActionResult>) | null;
}) {
  const text = useTranslations("reviews");
  return (
    <DataTable
      caption={text("title")}
      columns={[
        { key: "said", label: text("said") },
        { key: "product", label: text("product"), wideOnly: true },
        { key: "customer", label: text("customer"), wideOnly: true },
        { key: "at", label: text("at"), wideOnly: true },
        { key: "state", label: text("stateLabel") },
        { key: "act", label: text("act"), align: "right" },
      ]}
      rows={reviews.map((review) => ({
        key: review.reviewId,
        cells: {
          said: <Said review={review} />,
          product: (
            <Link
              href={`/merchant/reviews?productId=${review.productId}`}
              className="hover:underline"
            >
              {review.productTitle}
            </Link>
          ),
          customer: review.nickname || text("unnamed"),
          at: <Moment at={review.createdAt} />,
          state: <ReviewStateBadge state={review.state} />,
          act: (
            <span className="inline-flex flex-wrap items-center justify-end gap-2">
              {publish && review.state === "waiting" && (
                <ActionButton action={publish.bind(null, review.reviewId)}>
                  {text("publish")}
                </ActionButton>
              )}
              <Link
                href={`/merchant/reviews/${review.reviewId}`}
                className="text-leaf whitespace-nowrap hover:underline"
              >
                {text("open")}
              </Link>
            </span>
          ),
        },
      }))}
      empty={<EmptyNotice title={text("empty")}>{text("emptyHint")}</EmptyNotice>}
    />
  );
}

function Said({ review }: { review: StaffReviewView }) {
  const text = useTranslations("reviews");
  return (
    <div className="grid max-w-md gap-0.5">
      <Stars score={review.score} />
      <span className={`line-clamp-3 ${review.content ? "" : "text-ink-faint"}`}>
        {review.content || text(review.state === "withdrawn" ? "wordsGone" : "noWords")}
      </span>
      <span className="text-ink-faint text-xs md:hidden">{review.productTitle}</span>
    </div>
  );
}
