import type { MerchantTx } from "@/lib/db/in-merchant";

/** Which of these sessions still stand: not ended, not revoked, their person not disabled. */
export async function listLiveSessions(
  tx: MerchantTx,
  { merchantId, sessionIds, now }: { merchantId: string; sessionIds: readonly string[]; now: Date },
): Promise<string[]> {
  const sessions = await tx.staffSession.findMany({
    where: {
      merchantId,
      id: { in: [...sessionIds] },
      revokedAt: null,
      expiresAt: { gt: now },
      staff: { disabledAt: null },
    },
    select: { id: true },
  });
  return sessions.map(({ id }) => id);
}
