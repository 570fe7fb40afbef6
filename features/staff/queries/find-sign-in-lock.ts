import type { MerchantTx } from "@/lib/db/in-merchant";

/**
 * Whether a sign-in under any of these keys (hashes of the e-mail and of the address) must wait.
 * @returns the moment from which it may be tried again, or null
 */
export async function findSignInLock(
  tx: MerchantTx,
  { merchantId, keys, now }: { merchantId: string; keys: readonly string[]; now: Date },
): Promise<Date | null> {
  const rows = await tx.loginThrottle.findMany({
    where: { merchantId, key: { in: [...keys] }, lockedUntil: { gt: now } },
    orderBy: { lockedUntil: "desc" },
    take: 1,
  });
  return rows[0]?.lockedUntil ?? null;
}
