import type { MerchantTx } from "@/lib/db/in-merchant";

/**
 * Waits until nobody else of the merchant decides whether a binding closes a circle: two distributors
 * who are bound to each other at once hold the locks of different customers. Ends with the transaction.
 */
export async function lockBindingChain(tx: MerchantTx, merchantId: string): Promise<void> {
  const key = `bindings:${merchantId}`;
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
}
