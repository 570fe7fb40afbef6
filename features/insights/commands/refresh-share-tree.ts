import { lookBack } from "@/features/insights/commands/look-back";
import { sumShareHops } from "@/features/insights/commands/sum-share-hops";
import { sumShareTree } from "@/features/insights/commands/sum-share-tree";
import { writeShareDays } from "@/features/insights/commands/write-share-days";
import { writeShareNodes } from "@/features/insights/commands/write-share-nodes";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";

/**
 * Brings share_node, share_hop and share_day to what all share clicks, visitors and orders say now: who brought
 * whom, and everything below everybody. Computed as a whole, because a browser that is joined to a
 * customer can move a branch; rows that are right stay as they are.
 * @param now decides whose seven days of K7 are over
 */
export async function refreshShareTree(merchantId: AuthorizedMerchantId, now: Date): Promise<void> {
  await lookBack(merchantId, "share-tree", async (tx) => {
    await writeShareNodes(tx, merchantId);
    await sumShareTree(tx, merchantId);
    await sumShareHops(tx, { merchantId, now });
    await writeShareDays(tx, merchantId);
  });
}
