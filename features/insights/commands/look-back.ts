import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant, type MerchantTx } from "@/lib/db/in-merchant";

/** Over ten million events the slowest of them takes a minute or two. */
const usualTimeoutMs = 600_000;

/**
 * One transaction in which what looks back over all days is brought up. Two runs of one thing at once would
 * both insert: the second waits, and finds nothing to change. Sorting all people fits into its memory.
 * @param thing what is brought up, as its own name; what else is brought up meanwhile does not wait
 */
export async function lookBack(
  merchantId: AuthorizedMerchantId,
  thing: string,
  work: (tx: MerchantTx) => Promise<void>,
  timeoutMs = usualTimeoutMs,
): Promise<void> {
  await inMerchant(
    merchantId,
    async (tx) => {
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${thing}:${merchantId}`}, 0))`;
      await tx.$executeRaw`select set_config('work_mem', '96MB', true)`;
      await work(tx);
    },
    { timeoutMs },
  );
}
