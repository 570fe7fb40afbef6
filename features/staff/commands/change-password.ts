import { recordAudit } from "@/features/audit/commands/record-audit";
import type { StaffScope } from "@/features/staff/schema";
import { inMerchant } from "@/lib/db/in-merchant";
import { hashPassword, verifyPassword } from "@/lib/secrets/password";

/**
 * A member of staff changes their own password; every other session of theirs ends. The old hash
 * stands in the WHERE: of two changes at once one is told that the password is wrong.
 */
export async function changePassword(
  staff: StaffScope,
  input: { current: string; next: string },
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: "wrong_password" }> {
  const { merchantId, staffId, sessionId } = staff;
  const { passwordHash: oldHash } = await inMerchant(merchantId, (tx) =>
    tx.staff.findUniqueOrThrow({ where: { merchantId_id: { merchantId, id: staffId } } }),
  );
  if (!(await verifyPassword(input.current, oldHash)))
    return { ok: false, reason: "wrong_password" };
  const passwordHash = await hashPassword(input.next);
  return inMerchant(merchantId, async (tx) => {
    const { count } = await tx.staff.updateMany({
      where: { merchantId, id: staffId, passwordHash: oldHash },
      data: { passwordHash },
    });
    if (count === 0) return { ok: false, reason: "wrong_password" };
    await tx.staffSession.updateMany({
      where: { merchantId, staffId, revokedAt: null, id: { not: sessionId } },
      data: { revokedAt: now },
    });
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "staff", id: staffId },
      action: "staff.change_password",
      objectKind: "staff",
      objectId: staffId,
      now,
    });
    return { ok: true };
  });
}
