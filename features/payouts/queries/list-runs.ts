import { toRunViews } from "@/features/payouts/queries/to-run-views";
import type { PayoutRunView } from "@/features/payouts/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { readCursor, writeCursor } from "@/lib/paging/page-cursor";

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
