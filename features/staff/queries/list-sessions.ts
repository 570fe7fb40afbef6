import type { StaffSessionView } from "@/features/staff/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

const maxSessions = 50;

/** The sessions of one person that still work, newest first. */
export async function listSessions(
  tx: MerchantTx,
  { merchantId, staffId, now }: { merchantId: string; staffId: string; now: Date },
): Promise<StaffSessionView[]> {
  const rows = await tx.staffSession.findMany({
    where: { merchantId, staffId, revokedAt: null, expiresAt: { gt: now } },
    orderBy: { createdAt: "desc" },
    take: maxSessions,
    select: { id: true, userAgent: true, createdAt: true },
  });
  return rows.map(({ id, ...row }) => ({ sessionId: id, ...row }));
}
