import { recordAudit } from "@/features/audit/commands/record-audit";
import type { HideReason } from "@/features/reviews/schema";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";

/**
 * Staff keep the words of a review out of the mall, for one of the reasons that allow it; its stars go
 * on counting. Stars alone cannot be hidden: like what changed meanwhile, they are `changed_meanwhile`.
 */
export async function hideReview(
  { merchantId, staffId }: { merchantId: AuthorizedMerchantId; staffId: string },
  { reviewId, hideReason }: { reviewId: string; hideReason: HideReason },
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: "changed_meanwhile" }> {
  return inMerchant(merchantId, async (tx) => {
    const { count } = await tx.review.updateMany({
      where: {
        merchantId,
        id: reviewId,
        state: { in: ["waiting", "published"] },
        content: { not: "" },
      },
      data: { state: "hidden", hideReason, decidedAt: now, changedAt: now },
    });
    if (count === 0) return { ok: false, reason: "changed_meanwhile" };
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "staff", id: staffId },
      action: "review.hide",
      objectKind: "review",
      objectId: reviewId,
      details: { hideReason },
      now,
    });
    return { ok: true };
  });
}
