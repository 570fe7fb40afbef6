import { judgeReviewable } from "@/domain/reviews/judge-reviewable";
import { npsPauseFrom } from "@/domain/reviews/nps-pause";
import type { OwnReviewView, ReviewSheetView } from "@/features/reviews/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/**
 * What a customer has said and may still say about an own order; null for an order that is not theirs.
 * Before it has arrived nothing is open.
 */
export async function getReviewSheet(
  tx: MerchantTx,
  question: { merchantId: string; customerId: string; orderNo: string; now: Date },
): Promise<ReviewSheetView | null> {
  const { merchantId, customerId, orderNo, now } = question;
  const order = await tx.order.findUnique({
    where: { merchantId_orderNo: { merchantId, orderNo }, customerId },
    select: { id: true, state: true, lines: { orderBy: { lineNo: "asc" } } },
  });
  if (!order) return null;
  const { id: orderId, state } = order;
  const reviews = await tx.review.findMany({ where: { merchantId, orderId } });
  const byLine = new Map(reviews.map((review) => [review.lineNo, review]));
  return {
    orderNo,
    lines: order.lines.map((line) => {
      const review = byLine.get(line.lineNo);
      const { lineNo, productTitle, optionName, pictureKey } = line;
      const isOpen = review === undefined && judgeReviewable(state, line) === null;
      const view = review ? toOwnReview(review) : null;
      return { lineNo, productTitle, optionName, pictureKey, isOpen, review: view };
    }),
    asksNps: state === "received" && !(await isPausing(tx, { ...question, orderId }, now)),
  };
}

/** Asked about this order already, or about another one lately. */
async function isPausing(
  tx: MerchantTx,
  { merchantId, customerId, orderId }: { merchantId: string; customerId: string; orderId: string },
  now: Date,
): Promise<boolean> {
  const answer = await tx.npsAnswer.findFirst({
    where: { merchantId, customerId, OR: [{ orderId }, { createdAt: { gt: npsPauseFrom(now) } }] },
    select: { orderId: true },
  });
  return answer !== null;
}

type Row = Omit<OwnReviewView, "canChange"> & { decidedAt: Date | null; answeredAt: Date | null };

function toOwnReview(row: Row): OwnReviewView {
  const { score, content, state, hideReason, answer, decidedAt, answeredAt } = row;
  const canChange = state !== "withdrawn" && decidedAt === null && answeredAt === null;
  return { score, content, state, hideReason, answer, canChange };
}
