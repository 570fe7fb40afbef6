import { recordAudit } from "@/features/audit/commands/record-audit";
import { hasSteppedUp } from "@/features/staff/queries/has-stepped-up";
import type { StaffScope } from "@/features/staff/schema";
import { inMerchant } from "@/lib/db/in-merchant";
import { type RandomBytes, randomCode } from "@/lib/ids/random-code";
import { hashPassword } from "@/lib/secrets/password";

/** About 79 bits, typed once. */
const passwordLength = 16;

/**
 * Gives somebody a new password, because they forgot theirs or because nobody may know the old one
 * any more; all their sessions end. The owner gives their own again before: with somebody else's
 * password one is a second person.
 * @returns the password, to be shown once: only its hash is kept
 */
export async function resetPassword(
  owner: Pick<StaffScope, "merchantId" | "staffId" | "sessionId">,
  staffId: string,
  at: { now: Date; random: RandomBytes },
): Promise<{ ok: true; password: string } | { ok: false; reason: "not_found" | "step_up_needed" }> {
  const { merchantId, sessionId } = owner;
  const password = randomCode(passwordLength, at.random);
  const passwordHash = await hashPassword(password);
  return inMerchant(merchantId, async (tx) => {
    if (!(await hasSteppedUp(tx, { merchantId, sessionId, now: at.now }))) {
      return { ok: false, reason: "step_up_needed" };
    }
    const { count } = await tx.staff.updateMany({
      where: { merchantId, id: staffId },
      data: { passwordHash },
    });
    if (count === 0) return { ok: false, reason: "not_found" };
    await tx.staffSession.updateMany({
      where: { merchantId, staffId, revokedAt: null },
      data: { revokedAt: at.now },
    });
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "staff", id: owner.staffId },
      action: "staff.reset_password",
      objectKind: "staff",
      objectId: staffId,
      now: at.now,
    });
    return { ok: true, password };
  });
}
