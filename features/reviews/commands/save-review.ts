import { judgeReviewable } from "@/domain/reviews/judge-reviewable";
import type { CustomerScope } from "@/features/customers/schema";
import type { ReviewState, SaveReviewInput } from "@/features/reviews/schema";
import { inMerchant } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";

export type SavedReview =
  | { ok: true; state: ReviewState }
  | { ok: false; reason: "not_found" | "not_received" | "line_refunded" | "already_decided" };

/**
 * The buyer of a line that has arrived says what they think of it, once; until somebody decides about
 * it or answers it, they may say it otherwise. Words wait for staff, stars alone stand at once. Another
 * customer's order is `not_found` (docs/decisions/0031-reviews-hide-words-not-stars.md).
 */
export async function saveReview(
  { merchantId, customerId }: Pick<CustomerScope, "merchantId" | "customerId">,
  orderNo: string,
  input: SaveReviewInput,
  now: Date,
): Promise<SavedReview> {
  const { lineNo, score, content } = input;
  return inMerchant(merchantId, async (tx) => {
    const order = await tx.order.findUnique({
      where: { merchantId_orderNo: { merchantId, orderNo }, customerId },
      select: { id: true, state: true, lines: { where: { lineNo } } },
    });
    const line = order?.lines[0];
    if (!order || !line) return { ok: false, reason: "not_found" };
    const refusal = judgeReviewable(order.state, line);
    if (refusal !== null) {
      return { ok: false, reason: refusal === "refunded" ? "line_refunded" : refusal };
    }
    const state = content === "" ? "published" : "waiting";
    const said = { score, content, state, changedAt: now } as const;
    const where = { merchantId, orderId: order.id, lineNo };
    const { productId } = line;
    const written = await tx.review.createMany({
      data: [{ ...where, ...said, id: newId(), productId, customerId, createdAt: now }],
      skipDuplicates: true,
    });
    if (written.count === 1) return { ok: true, state };
    const changed = await tx.review.updateMany({
      where: { ...where, state: { not: "withdrawn" }, decidedAt: null, answeredAt: null },
      data: said,
    });
    return changed.count === 1 ? { ok: true, state } : { ok: false, reason: "already_decided" };
  });
}
