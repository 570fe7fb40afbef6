import type { MerchantTx } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";

/** Notes what a customer agreed to, once per purpose and version of the words (PIPL art. 14). */
export async function recordConsent(
  tx: MerchantTx,
  input: { merchantId: string; customerId: string; purpose: string; version: string; now: Date },
): Promise<void> {
  const { merchantId, customerId, purpose, version, now } = input;
  await tx.customerConsent.createMany({
    data: [{ merchantId, id: newId(), customerId, purpose, version, grantedAt: now }],
    skipDuplicates: true,
  });
}
