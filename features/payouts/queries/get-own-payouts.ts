import { ownPayoutSelect } from "@/features/payouts/queries/own-payout-select";
import { toOwnPayoutView } from "@/features/payouts/queries/to-own-payout-view";
import type { OwnPayoutView } from "@/features/payouts/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { readCursor, writeCursor } from "@/lib/paging/page-cursor";

const pageSize = 20;

/** A distributor's withdrawals, newest first, page by page below a cursor. */
export async function getOwnPayouts(
  tx: MerchantTx,
  question: { merchantId: string; distributorId: string; cursor?: string | undefined },
): Promise<{ payouts: OwnPayoutView[]; nextCursor: string | null }> {
  const { merchantId, distributorId } = question;
  const after = readCursor(question.cursor);
  const rows = await tx.payout.findMany({
    where: {
      merchantId,
      distributorId,
      ...(after && {
        OR: [
          { requestedAt: { lt: after.createdAt } },
          { requestedAt: after.createdAt, id: { lt: after.id } },
        ],
      }),
    },
    orderBy: [{ requestedAt: "desc" }, { id: "desc" }],
    take: pageSize + 1,
    select: { ...ownPayoutSelect, id: true },
  });
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  return {
    payouts: page.map(toOwnPayoutView),
    nextCursor:
      rows.length > pageSize && last
        ? writeCursor({ createdAt: last.requestedAt, id: last.id })
        : null,
  };
}
