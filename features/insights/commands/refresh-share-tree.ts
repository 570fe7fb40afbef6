import { sumShareHops } from "@/features/insights/commands/sum-share-hops";
import { sumShareTree } from "@/features/insights/commands/sum-share-tree";
import { writeShareDays } from "@/features/insights/commands/write-share-days";
import { writeShareNodes } from "@/features/insights/commands/write-share-nodes";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";

const timeoutMs = 600_000;

/**
 * Brings share_node, share_hop and share_day to what all share clicks, visitors and orders say now: who brought
 * whom, and everything below everybody. Computed as a whole, because a browser that is joined to a
 * customer can move a branch; rows that are right stay as they are.
 * @param now decides whose seven days of K7 are over
 */
export async function refreshShareTree(merchantId: AuthorizedMerchantId, now: Date): Promise<void> {
  await inMerchant(
    merchantId,
    async (tx) => {
      // Two runs at once would both insert: the second waits, and finds nothing to change.
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`share-tree:${merchantId}`}, 0))`;
      await tx.$executeRaw`select set_config('work_mem', '96MB', true)`;
      await writeShareNodes(tx, merchantId);
      await sumShareTree(tx, merchantId);
      await sumShareHops(tx, { merchantId, now });
      await writeShareDays(tx, merchantId);
    },
    { timeoutMs },
  );
}
