import { staffNames } from "@/features/payouts/queries/list-history";
import type { PayoutRunView } from "@/features/payouts/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { readCursor, writeCursor } from "@/lib/db/page-cursor";
import type { Prisma } from "@/prisma/generated/client";

const pageSize = 20;

/** The runs of a shop, newest first, page by page below a cursor. */
export async function listRuns(
  tx: MerchantTx,
  merchantId: string,
  cursor: string | undefined,
): Promise<{ runs: PayoutRunView[]; nextCursor: string | null }> {
  const after = readCursor(cursor);
  const rows = await tx.payoutRun.findMany({
    where: {
      merchantId,
      ...(after && {
        OR: [
          { proposedAt: { lt: after.createdAt } },
          { proposedAt: after.createdAt, id: { lt: after.id } },
        ],
      }),
    },
    orderBy: [{ proposedAt: "desc" }, { id: "desc" }],
    take: pageSize + 1,
  });
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  return {
    runs: await toRunViews(tx, merchantId, page),
    nextCursor:
      rows.length > pageSize && last
        ? writeCursor({ createdAt: last.proposedAt, id: last.id })
        : null,
  };
}

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
