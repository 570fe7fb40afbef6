import { staffNames } from "@/features/payouts/queries/staff-names";
import type { PayoutRunView } from "@/features/payouts/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import type { Prisma } from "@/prisma/generated/client";

/** Runs with the names of who proposed and decided. */
export async function toRunViews(
  tx: MerchantTx,
  merchantId: string,
  rows: readonly Prisma.PayoutRunGetPayload<object>[],
): Promise<PayoutRunView[]> {
  const people = rows.flatMap(({ proposedBy, decidedBy }) => [proposedBy, decidedBy]);
  const names = await staffNames(tx, merchantId, people);
  return rows.map((row) => ({
    runId: row.id,
    runNo: row.runNo,
    state: row.state,
    payoutCount: row.payoutCount,
    totalFen: row.totalFen,
    proposedBy: row.proposedBy,
    proposedByName: names(row.proposedBy),
    proposedAt: row.proposedAt,
    decidedByName: names(row.decidedBy),
    decidedAt: row.decidedAt,
    reason: row.reason,
  }));
}
