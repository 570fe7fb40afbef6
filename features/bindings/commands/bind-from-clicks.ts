import type { MerchantTx } from "@/lib/db/in-merchant";

/**
 * Brings a customer's binding up to date with the share links that they opened.
 * Considers the clicks of all their browsers since the last decision, in the order of clicking.
 */
export async function bindFromClicks(
  _tx: MerchantTx,
  _input: { merchantId: string; customerId: string; now: Date },
): Promise<void> {}
