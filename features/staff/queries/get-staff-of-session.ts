import type { StaffRole } from "@/features/staff/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** Whose session this is, or null when it ended, was revoked, or its person was disabled. */
export async function getStaffOfSession(
  tx: MerchantTx,
  { merchantId, sessionId, now }: { merchantId: string; sessionId: string; now: Date },
): Promise<{ staffId: string; name: string; role: StaffRole } | null> {
  const session = await tx.staffSession.findFirst({
    where: {
      merchantId,
      id: sessionId,
      revokedAt: null,
      expiresAt: { gt: now },
      staff: { disabledAt: null },
    },
    select: { staff: { select: { id: true, name: true, role: true } } },
  });
  if (!session) return null;
  const { id, name, role } = session.staff;
  return { staffId: id, name, role };
}
