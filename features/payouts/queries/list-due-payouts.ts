import { UNPAID_STATES } from "@/domain/payouts/payout-state";
import { payoutSelect } from "@/features/payouts/queries/payout-select";
import { toPayoutView } from "@/features/payouts/queries/to-payout-view";
import type { PayoutView } from "@/features/payouts/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { readCursor, writeCursor } from "@/lib/paging/page-cursor";
import type { Prisma } from "@/prisma/generated/client";

/** The withdrawals behind the on-time rate: all that were due, those that were late, those that were not. */
export const DUE_PAYOUT_LISTS = ["all", "late", "on_time"] as const;
export type DuePayoutList = (typeof DUE_PAYOUT_LISTS)[number];

/**
 * The withdrawals behind the on-time rate (get-on-time-rate.ts): due in [from, until), all of them, those
 * that were late, or those that were paid by their date. The latest due dates first, page by page.
 */
export async function listDuePayouts(
  tx: MerchantTx,
  question: {
    merchantId: string;
    from: Date;
    until: Date;
    list: DuePayoutList;
    limit: number;
    cursor?: string | undefined;
  },
): Promise<{ payouts: PayoutView[]; nextCursor: string | null }> {
  const { merchantId, from, until, list, limit, cursor } = question;
  const { dueAt } = tx.payout.fields;
  const lists: Record<DuePayoutList, Prisma.PayoutWhereInput> = {
    all: {},
    late: { OR: [{ paidAt: null }, { paidAt: { gt: dueAt } }] },
    on_time: { paidAt: { lte: dueAt } },
  };
  const rows = await tx.payout.findMany({
    where: {
      AND: [
        { merchantId, dueAt: { gte: from, lt: until } },
        { state: { notIn: [...UNPAID_STATES] } },
        lists[list],
        below(cursor),
      ],
    },
    orderBy: [{ dueAt: "desc" }, { id: "desc" }],
    take: limit + 1,
    select: payoutSelect,
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    payouts: page.map(toPayoutView),
    nextCursor:
      rows.length > limit && last ? writeCursor({ createdAt: last.dueAt, id: last.id }) : null,
  };
}

function below(cursor: string | undefined): Prisma.PayoutWhereInput {
  const after = readCursor(cursor);
  if (after === null) return {};
  const { createdAt: dueAt, id } = after;
  return { OR: [{ dueAt: { lt: dueAt } }, { dueAt, id: { lt: id } }] };
}
