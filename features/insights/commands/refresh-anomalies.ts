import { lookBack } from "@/features/insights/commands/look-back";
import { writeFindings } from "@/features/insights/commands/write-findings";
import { writeOddOrders } from "@/features/insights/commands/write-odd-orders";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";

/**
 * Brings what the board of anomalies keeps up to the facts and roll-ups: the orders that have something
 * about them, and for the usual windows who is odd.
 * @param now the windows end on its Shanghai day
 */
export async function refreshAnomalies(merchantId: AuthorizedMerchantId, now: Date): Promise<void> {
  await lookBack(merchantId, "anomalies", async (tx) => {
    await writeOddOrders(tx, merchantId);
    await writeFindings(tx, { merchantId, now });
  });
}
