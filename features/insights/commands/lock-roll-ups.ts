import type { MerchantTx } from "@/lib/db/in-merchant";

/** Two workers must not replace the same day: the second waits, and finds everything right. */
export async function lockRollUps(tx: MerchantTx, merchantId: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('rollup:' || ${merchantId}, 0))`;
  await tx.$executeRaw`select set_config('work_mem', '96MB', true)`;
}
