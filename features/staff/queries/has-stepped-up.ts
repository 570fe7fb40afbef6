import type { MerchantTx } from "@/lib/db/in-merchant";

/** How long a password that was given again opens the way. */
const steppedUpMs = 5 * 60_000;

/** Whether this session's password was given again within the last five minutes. */
export async function hasSteppedUp(
  tx: MerchantTx,
  session: { merchantId: string; sessionId: string; now: Date },
): Promise<boolean> {
  const { merchantId, sessionId, now } = session;
  const found = await tx.staffSession.count({
    where: {
      merchantId,
      id: sessionId,
      revokedAt: null,
      steppedUpAt: { gt: new Date(now.getTime() - steppedUpMs), lte: now },
    },
  });
  return found > 0;
}
