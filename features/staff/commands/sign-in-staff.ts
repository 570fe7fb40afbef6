import { recordAudit } from "@/features/audit/commands/record-audit";
import { clearSignInFailures } from "@/features/staff/commands/clear-sign-in-failures";
import { countSignInFailure } from "@/features/staff/commands/count-sign-in-failure";
import { findSignInLock } from "@/features/staff/queries/find-sign-in-lock";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";
import { hashPassword, verifyPassword } from "@/lib/secrets/password";
import { hashToken } from "@/lib/secrets/seal";

const sessionDays = 30;

export type SignInResult =
  | { ok: true; sessionId: string; staffId: string }
  | { ok: false; reason: "wrong_credentials" }
  | { ok: false; reason: "locked"; until: Date };

/** Stands in for the hash of an unknown e-mail, so that it costs as much time as a known one. */
let nobodysHash: Promise<string> | undefined;

/**
 * Checks e-mail and password, counts failures per e-mail and per address, opens a session that can
 * be revoked. The answer for an unknown e-mail, a wrong password and a disabled person is the same.
 * The password is checked between two transactions: hashing takes long and must hold no connection.
 */
export async function signInStaff(
  merchantId: AuthorizedMerchantId,
  input: { email: string; password: string; address: string; userAgent: string },
  now: Date,
): Promise<SignInResult> {
  const email = input.email.trim().toLowerCase();
  const emailKey = hashToken(`email:${email}`);
  const keys = [emailKey, hashToken(`address:${input.address}`)];
  const found = await inMerchant(merchantId, async (tx) => ({
    until: await findSignInLock(tx, { merchantId, keys, now }),
    staff: await tx.staff.findUnique({ where: { merchantId_email: { merchantId, email } } }),
  }));
  if (found.until) return { ok: false, reason: "locked", until: found.until };

  nobodysHash ??= hashPassword("nobody has this password");
  const isRight = await verifyPassword(
    input.password,
    found.staff?.passwordHash ?? (await nobodysHash),
  );
  return inMerchant(merchantId, async (tx) => {
    const { staff } = found;
    if (!(isRight && staff && staff.disabledAt === null)) {
      await countSignInFailure(tx, { merchantId, keys, now });
      return { ok: false, reason: "wrong_credentials" };
    }
    await clearSignInFailures(tx, { merchantId, key: emailKey });
    const sessionId = newId();
    const expiresAt = new Date(now.getTime() + sessionDays * 86_400_000);
    const userAgent = input.userAgent.slice(0, 300);
    await tx.staffSession.create({
      data: { merchantId, id: sessionId, staffId: staff.id, userAgent, createdAt: now, expiresAt },
    });
    const actor = { kind: "staff", id: staff.id } as const;
    await recordAudit(tx, {
      merchantId,
      actor,
      action: "staff.sign_in",
      objectKind: "staff",
      objectId: staff.id,
      now,
    });
    return { ok: true, sessionId, staffId: staff.id };
  });
}
