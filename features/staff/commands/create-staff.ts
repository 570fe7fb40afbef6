import { recordAudit } from "@/features/audit/commands/record-audit";
import { hasSteppedUp } from "@/features/staff/queries/has-stepped-up";
import type { StaffRole, StaffScope } from "@/features/staff/schema";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";
import { hashPassword } from "@/lib/secrets/password";

/**
 * Adds a member of staff. The owner's password must have been given again: whoever finds their session
 * open could else make the second person who lets money go.
 * @param createdBy the session of the owner who adds, or null where a shop is set up and nobody can
 * have signed in
 */
export async function createStaff(
  merchantId: AuthorizedMerchantId,
  input: { email: string; name: string; role: StaffRole; password: string },
  createdBy: Pick<StaffScope, "staffId" | "sessionId"> | null,
  now: Date,
): Promise<
  { ok: true; staffId: string } | { ok: false; reason: "email_taken" | "step_up_needed" }
> {
  const passwordHash = await hashPassword(input.password);
  const email = input.email.trim().toLowerCase();
  return inMerchant(merchantId, async (tx) => {
    const session = createdBy && { merchantId, sessionId: createdBy.sessionId, now };
    if (session && !(await hasSteppedUp(tx, session))) {
      return { ok: false, reason: "step_up_needed" };
    }
    const id = newId();
    const { name, role } = input;
    const { count } = await tx.staff.createMany({
      data: [{ merchantId, id, email, name, role, passwordHash, createdAt: now }],
      skipDuplicates: true,
    });
    if (count === 0) return { ok: false, reason: "email_taken" };
    await recordAudit(tx, {
      merchantId,
      actor: createdBy ? { kind: "staff", id: createdBy.staffId } : { kind: "system" },
      action: "staff.create",
      objectKind: "staff",
      objectId: id,
      details: { role },
      now,
    });
    return { ok: true, staffId: id };
  });
}
