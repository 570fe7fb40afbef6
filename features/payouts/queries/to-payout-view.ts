import type { payoutSelect } from "@/features/payouts/queries/payout-select";
import { toOwnPayoutView } from "@/features/payouts/queries/to-own-payout-view";
import type { PayoutView } from "@/features/payouts/schema";
import type { Prisma } from "@/prisma/generated/client";

/** A row as the desk's lists show it. */
export function toPayoutView(
  row: Prisma.PayoutGetPayload<{ select: typeof payoutSelect }>,
): PayoutView {
  return {
    ...toOwnPayoutView(row),
    payoutId: row.id,
    distributorId: row.distributorId,
    runId: row.runId,
    distributorName: row.distributor.displayName,
    isMarked: row.markedBy !== null,
  };
}
