import type { MerchantTx } from "@/lib/db/in-merchant";

/** A right password clears what was counted against the e-mail. */
export async function clearSignInFailures(
  tx: MerchantTx,
  { merchantId, key }: { merchantId: string; key: string },
): Promise<void> {
  await tx.loginThrottle.deleteMany({ where: { merchantId, key } });
}
