import { recordAudit } from "@/features/audit/commands/record-audit";
import type { CustomerScope } from "@/features/customers/schema";
import { inMerchant } from "@/lib/db/in-merchant";

/**
 * The sharer stops one of their own links, or lets it work again. Its visits stay counted.
 * @returns not_found for a link of somebody else, and for one that already is as wanted
 */
export async function revokeShareLink(
  sharer: CustomerScope,
  input: { linkId: string; revoked: boolean },
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: "not_found" }> {
  const { merchantId, customerId } = sharer;
  const { linkId, revoked } = input;
  return inMerchant(merchantId, async (tx) => {
    const changed = await tx.shareLink.updateMany({
      where: {
        merchantId,
        id: linkId,
        sharerCustomerId: customerId,
        revokedAt: revoked ? null : { not: null },
      },
      data: { revokedAt: revoked ? now : null },
    });
    if (changed.count === 0) return { ok: false, reason: "not_found" };
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "customer", id: customerId },
      action: revoked ? "share_link.revoke" : "share_link.restore",
      objectKind: "share_link",
      objectId: linkId,
      now,
    });
    return { ok: true };
  });
}
