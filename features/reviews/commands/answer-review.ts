import { recordAudit } from "@/features/audit/commands/record-audit";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";

/**
 * The merchant answers a published review in public, answers otherwise, or takes the answer back with
 * an empty one. What is not published, or another merchant's, is `not_published`.
 */
export async function answerReview(
  { merchantId, staffId }: { merchantId: AuthorizedMerchantId; staffId: string },
  { reviewId, answer }: { reviewId: string; answer: string },
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: "not_published" }> {
  return inMerchant(merchantId, async (tx) => {
    const { count } = await tx.review.updateMany({
      where: { merchantId, id: reviewId, state: "published" },
      data: { answer, answeredAt: answer === "" ? null : now, changedAt: now },
    });
    if (count === 0) return { ok: false, reason: "not_published" };
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "staff", id: staffId },
      action: "review.answer",
      objectKind: "review",
      objectId: reviewId,
      details: { isTakenBack: answer === "" },
      now,
    });
    return { ok: true };
  });
}
