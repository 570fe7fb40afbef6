import { recordAudit } from "@/features/audit/commands/record-audit";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";

/**
 * Staff let the words of a review stand, also of one that was hidden. A review that was decided
 * otherwise meanwhile, withdrawn, or another merchant's is `changed_meanwhile`.
 */
export async function publishReview(
  { merchantId, staffId }: { merchantId: AuthorizedMerchantId; staffId: string },
  reviewId: string,
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: "changed_meanwhile" }> {
  return inMerchant(merchantId, async (tx) => {
    const { count } = await tx.review.updateMany({
      where: { merchantId, id: reviewId, state: { in: ["waiting", "hidden"] } },
      data: { state: "published", hideReason: "", decidedAt: now, changedAt: now },
    });
    if (count === 0) return { ok: false, reason: "changed_meanwhile" };
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "staff", id: staffId },
      action: "review.publish",
      objectKind: "review",
      objectId: reviewId,
      now,
    });
    return { ok: true };
  });
}
