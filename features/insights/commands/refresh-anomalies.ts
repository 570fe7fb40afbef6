import { writeFindings } from "@/features/insights/commands/write-findings";
import { writeOddOrders } from "@/features/insights/commands/write-odd-orders";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";

const timeoutMs = 600_000;

/**
 * Brings what the board of anomalies keeps up to the facts and roll-ups: the orders that have something
 * about them, and for the usual windows who is odd.
 * @param now the windows end on its Shanghai day
 */
export async function refreshAnomalies(merchantId: AuthorizedMerchantId, now: Date): Promise<void> {
  await inMerchant(
    merchantId,
    async (tx) => {
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`anomalies:${merchantId}`}, 0))`;
      await tx.$executeRaw`select set_config('work_mem', '96MB', true)`;
      await writeOddOrders(tx, merchantId);
      await writeFindings(tx, { merchantId, now });
    },
    { timeoutMs },
  );
}
