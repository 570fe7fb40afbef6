import { StarRow } from "@/features/reviews/components/star-row";
import type { PublicReviewView } from "@/features/reviews/schema";
import { mallText } from "@/lib/i18n/mall-text";
import { formatDay } from "@/lib/i18n/shanghai-time";

/** A published review and the merchant's answer to it. */
export function ReviewItem({ review }: { review: PublicReviewView }) {
  const { score, content, answer, maskedName, optionName, createdAt } = review;
  return (
    <article>
      <p className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span className="font-medium">{maskedName || mallText("mall.reviews.nameless")}</span>
        <StarRow score={score} />
      </p>
      <p className="text-ink-faint text-sm">
        {[formatDay(createdAt), optionName].filter(Boolean).join(" · ")}
      </p>
      <p className="mt-1.5 whitespace-pre-line">{content}</p>
      {answer ? (
        <p className="mt-2 rounded-md bg-sunken px-3 py-2 text-ink-soft text-sm whitespace-pre-line">
          <span className="font-medium text-ink">{mallText("mall.reviews.answer")}</span>
          {answer}
        </p>
      ) : null}
    </article>
  );
}
