import { recordAudit } from "@/features/audit/commands/record-audit";
import { hasSteppedUp } from "@/features/staff/queries/has-stepped-up";
import type { StaffRole, StaffScope } from "@/features/staff/schema";
import { inMerchant } from "@/lib/db/in-merchant";

/**
 * Changes somebody's role, or lets them in no more (their sessions end at the next request) or again.
 * Nobody changes themselves, so that an owner always remains; and the owner's password must have been
 * given again, for a role is what lets a second person agree to money.
 */
export async function setStaffAccess(
  owner: Pick<StaffScope, "merchantId" | "staffId" | "sessionId">,
  input: { staffId: string; role?: StaffRole; isDisabled?: boolean },
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: "yourself" | "not_found" | "step_up_needed" }> {
  const { merchantId, sessionId } = owner;
  const { staffId, role, isDisabled } = input;
  if (staffId === owner.staffId) return { ok: false, reason: "yourself" };
  return inMerchant(merchantId, async (tx) => {
    if (!(await hasSteppedUp(tx, { merchantId, sessionId, now }))) {
      return { ok: false, reason: "step_up_needed" };
    }
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
