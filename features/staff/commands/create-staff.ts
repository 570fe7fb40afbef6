import { recordAudit } from "@/features/audit/commands/record-audit";
import type { StaffRole } from "@/features/staff/schema";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";
import { hashPassword } from "@/lib/secrets/password";

/**
 * Adds a member of staff.
 * @param createdBy the owner who adds, or null for the first owner of an installation
 */
export async function createStaff(
  merchantId: AuthorizedMerchantId,
  input: { email: string; name: string; role: StaffRole; password: string },
  createdBy: string | null,
  now: Date,
): Promise<{ ok: true; staffId: string } | { ok: false; reason: "email_taken" }> {
  const passwordHash = await hashPassword(input.password);
  const email = input.email.trim().toLowerCase();
  return inMerchant(merchantId, async (tx) => {
    const id = newId();
    const { name, role } = input;
    const { count } = await tx.staff.createMany({
      data: [{ merchantId, id, email, name, role, passwordHash, createdAt: now }],
      skipDuplicates: true,
    });
    if (count === 0) return { ok: false, reason: "email_taken" };
    await recordAudit(tx, {
      merchantId,
      actor: createdBy ? { kind: "staff", id: createdBy } : { kind: "system" },
      action: "staff.create",
      objectKind: "staff",
      objectId: id,
      details: { role },
      now,
    });
    return { ok: true, staffId: id };
  });
}
