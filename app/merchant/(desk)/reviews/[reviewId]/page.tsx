import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import {
  answerReviewAction,
  hideReviewAction,
  publishReviewAction,
} from "@/app/merchant/(desk)/reviews/[reviewId]/review-actions";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { AuditHistory } from "@/features/audit/components/dashboard-audit-history";
import { listHistory } from "@/features/payouts/queries/list-history";
import {
  AnswerForm,
  HideForm,
  PublishButton,
} from "@/features/reviews/components/dashboard-review-decision";
import { ReviewFacts } from "@/features/reviews/components/dashboard-review-facts";
import { ReviewStateBadge } from "@/features/reviews/components/dashboard-review-state";
import { Stars } from "@/features/reviews/components/dashboard-stars";
import { getReview } from "@/features/reviews/queries/get-review";
import { requireStaff } from "@/features/staff/gate";
import { can } from "@/features/staff/schema";
import { inMerchant } from "@/lib/db/in-merchant";
import { isId } from "@/lib/ids/is-id";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reviews"))("one") };
}

export default async function ReviewPage({ params }: { params: Promise<{ reviewId: string }> }) {
  const staff = await requireStaff("reviews.read");
  const { merchantId } = staff;
  const { reviewId } = await params;
  const text = await getTranslations("reviews");
  if (!isId(reviewId)) notFound();
  const { review, history } = await inMerchant(merchantId, async (tx) => ({
    review: await getReview(tx, { merchantId, reviewId }),
    history: await listHistory(tx, { merchantId, objectKind: "review", objectId: reviewId }),
  }));
  if (!review) notFound();
  const { state, content, answer } = review;
  const mayDecide = can(staff.role, "reviews.moderate");
  return (
    <>
      <PageHeading title={text("one")} back={{ href: "/merchant/reviews", label: text("title") }}>
        <ReviewStateBadge state={state} />
      </PageHeading>
      <div className="grid items-start gap-4 lg:grid-cols-[1fr_20rem]">
        <div className="grid min-w-0 gap-4">
          <Panel title={review.productTitle}>
            <Stars score={review.score} />
            <p className={`mt-2 whitespace-pre-line ${content ? "" : "text-ink-faint"}`}>
              {content || text(state === "withdrawn" ? "wordsGone" : "noWords")}
            </p>
          </Panel>
          {state === "published" && (mayDecide || answer) && (
            <Panel title={text("answerTitle")}>
              {mayDecide ? (
                <AnswerForm action={answerReviewAction.bind(null, reviewId)} answer={answer} />
              ) : (
                <p className="whitespace-pre-line">{answer}</p>
              )}
            </Panel>
          )}
          {history.length > 0 && (
            <Panel title={text("history")}>
              <AuditHistory history={history} />
            </Panel>
          )}
        </div>
        <div className="grid min-w-0 gap-4">
          {mayDecide && content !== "" && (
            <Panel title={text("decide")} hint={text("decideHint")}>
              <div className="grid gap-5">
                {state !== "published" && (
                  <PublishButton publish={publishReviewAction.bind(null, reviewId)} />
                )}
                {state !== "hidden" && <HideForm hide={hideReviewAction.bind(null, reviewId)} />}
              </div>
            </Panel>
          )}
          <Panel title={text("facts")}>
            <ReviewFacts review={review} />
            <p className="mt-3 text-sm">
              <Link
                href={`/merchant/reviews?productId=${review.productId}`}
                className="text-leaf hover:underline"
              >
                {text("ofProduct")}
              </Link>
            </p>
          </Panel>
        </div>
      </div>
    </>
  );
}
