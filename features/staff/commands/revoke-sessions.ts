import { recordAudit } from "@/features/audit/commands/record-audit";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";

/**
 * Ends sessions of one person: all of them, or one. They stop working at their next request.
 * @returns how many were ended
 */
export async function revokeSessions(
  merchantId: AuthorizedMerchantId,
  input: { staffId: string; sessionId?: string; revokedBy: string },
  now: Date,
): Promise<{ revoked: number }> {
  const { staffId, sessionId, revokedBy } = input;
  return inMerchant(merchantId, async (tx) => {
    const { count } = await tx.staffSession.updateMany({
      where: { merchantId, staffId, revokedAt: null, ...(sessionId && { id: sessionId }) },
      data: { revokedAt: now },
    });
    if (count === 0) return { revoked: 0 };
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "staff", id: revokedBy },
      action: "staff.revoke_sessions",
      objectKind: "staff",
      objectId: staffId,
      details: { revoked: count },
      now,
    });
    return { revoked: count };
  });
}
