import { refreshAnomalies } from "@/features/insights/commands/refresh-anomalies";
import { refreshCohorts } from "@/features/insights/commands/refresh-cohorts";
import { refreshDistributors } from "@/features/insights/commands/refresh-distributors";
import { refreshPayoutDays } from "@/features/insights/commands/refresh-payout-days";
import { refreshRepurchase } from "@/features/insights/commands/refresh-repurchase";
import { refreshRfm } from "@/features/insights/commands/refresh-rfm";
import { refreshShareTree } from "@/features/insights/commands/refresh-share-tree";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";

/** What looks back over all days, each kept in tables of its own and brought up by itself. */
const refreshers: readonly ((merchantId: AuthorizedMerchantId, now: Date) => Promise<void>)[] = [
  refreshRepurchase,
  refreshShareTree,
  refreshDistributors,
  refreshAnomalies,
  refreshPayoutDays,
  refreshCohorts,
  refreshRfm,
];

/**
 * Brings everything that looks back up to the roll-ups and facts. Meant to run after the roll-ups, where
 * they changed something. One after the other, each in a transaction of its own: interrupted, the next
 * run does all of it.
 */
export async function advanceLookBacks(merchantId: AuthorizedMerchantId, now: Date): Promise<void> {
  for (const refresh of refreshers) await refresh(merchantId, now);
}
