import { recordAudit } from "@/features/audit/commands/record-audit";
import type { StaffRole } from "@/features/staff/schema";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";

/**
 * Changes somebody's role, or lets them in no more (their sessions end at the next request) or again.
 * Nobody changes themselves, so that an owner always remains.
 */
export async function setStaffAccess(
  owner: { merchantId: AuthorizedMerchantId; staffId: string },
  input: { staffId: string; role?: StaffRole; isDisabled?: boolean },
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: "yourself" | "not_found" }> {
  const { merchantId } = owner;
  const { staffId, role, isDisabled } = input;
  if (staffId === owner.staffId) return { ok: false, reason: "yourself" };
  return inMerchant(merchantId, async (tx) => {
    const disabledAt = isDisabled ? now : null;
    const { count } = await tx.staff.updateMany({
      where: { merchantId, id: staffId },
      data: { ...(role && { role }), ...(isDisabled !== undefined && { disabledAt }) },
    });
    if (count === 0) return { ok: false, reason: "not_found" };
    if (isDisabled) {
      await tx.staffSession.updateMany({
        where: { merchantId, staffId, revokedAt: null },
        data: { revokedAt: now },
      });
    }
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "staff", id: owner.staffId },
      action: "staff.set_access",
      objectKind: "staff",
      objectId: staffId,
      details: { role: role ?? null, isDisabled: isDisabled ?? null },
      now,
    });
    return { ok: true };
  });
}
