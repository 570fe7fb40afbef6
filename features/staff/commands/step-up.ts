import { recordAudit } from "@/features/audit/commands/record-audit";
import { clearSignInFailures } from "@/features/staff/commands/clear-sign-in-failures";
import { countSignInFailure } from "@/features/staff/commands/count-sign-in-failure";
import { findSignInLock } from "@/features/staff/queries/find-sign-in-lock";
import type { StaffScope } from "@/features/staff/schema";
import { inMerchant } from "@/lib/db/in-merchant";
import { verifyPassword } from "@/lib/secrets/password";
import { hashToken } from "@/lib/secrets/seal";

/**
 * Whoever is signed in gives their password once more: for five minutes this session may let money go,
 * say who else may, and see or erase a person's data (hasSteppedUp). Wrong guesses count against the person as they do at the sign-in.
 * The password is checked between two transactions: hashing takes long and must hold no connection.
 */
export async function stepUp(
  staff: Pick<StaffScope, "merchantId" | "staffId" | "sessionId">,
  password: string,
  now: Date,
): Promise<
  | { ok: true }
  | { ok: false; reason: "wrong_password" }
  | { ok: false; reason: "locked"; until: Date }
> {
  const { merchantId, staffId, sessionId } = staff;
  const key = hashToken(`step-up:${staffId}`);
  const found = await inMerchant(merchantId, async (tx) => ({
    until: await findSignInLock(tx, { merchantId, keys: [key], now }),
    person: await tx.staff.findFirst({
      where: { merchantId, id: staffId, disabledAt: null },
      select: { passwordHash: true },
    }),
  }));
  if (found.until) return { ok: false, reason: "locked", until: found.until };
  const { person } = found;
  const isRight = person !== null && (await verifyPassword(password, person.passwordHash));
  return inMerchant(merchantId, async (tx) => {
    if (!isRight) {
      await countSignInFailure(tx, { merchantId, keys: [key], now });
      return { ok: false, reason: "wrong_password" };
    }
    await clearSignInFailures(tx, { merchantId, key });
    await tx.staffSession.updateMany({
      where: { merchantId, id: sessionId, staffId, revokedAt: null },
      data: { steppedUpAt: now },
    });
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "staff", id: staffId },
      action: "staff.step_up",
      objectKind: "staff",
      objectId: staffId,
      now,
    });
    return { ok: true };
  });
}
