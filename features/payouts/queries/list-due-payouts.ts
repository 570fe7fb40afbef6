import { duePayouts } from "@/features/payouts/queries/due-payouts";
import { payoutSelect } from "@/features/payouts/queries/payout-select";
import { toPayoutView } from "@/features/payouts/queries/to-payout-view";
import type { PayoutView } from "@/features/payouts/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { readCursor, writeCursor } from "@/lib/paging/page-cursor";
import { Prisma } from "@/prisma/generated/client";

/** The withdrawals behind the on-time rate: all that were due, those that were late, those that were not. */
export const DUE_PAYOUT_LISTS = ["all", "late", "on_time"] as const;
export type DuePayoutList = (typeof DUE_PAYOUT_LISTS)[number];

const listed: Record<DuePayoutList, Prisma.Sql> = {
  all: Prisma.sql`true`,
  late: Prisma.sql`(paid_at is null or paid_at > due_at)`,
  on_time: Prisma.sql`paid_at <= due_at`,
};

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
    /** Of this one alone. */
    distributorId?: string | null | undefined;
    list: DuePayoutList;
    limit: number;
    cursor?: string | undefined;
  },
): Promise<{ payouts: PayoutView[]; nextCursor: string | null }> {
  const { merchantId, list, limit, cursor } = question;
  const due = await tx.$queryRaw<{ id: string; dueAt: Date }[]>`
    select id, due_at as "dueAt" from (${duePayouts(question)}) due
    where ${listed[list]} and ${below(cursor)}
    order by due_at desc, id desc limit ${limit + 1}`;
  const ids = due.slice(0, limit).map(({ id }) => id);
  const rows = await tx.payout.findMany({
    where: { merchantId, id: { in: ids } },
    orderBy: [{ dueAt: "desc" }, { id: "desc" }],
    select: payoutSelect,
  });
  const last = rows.at(-1);
  return {
    payouts: rows.map(toPayoutView),
    nextCursor:
      due.length > limit && last ? writeCursor({ createdAt: last.dueAt, id: last.id }) : null,
  };
}

function below(cursor: string | undefined): Prisma.Sql {
  const after = readCursor(cursor);
  if (after === null) return Prisma.sql`true`;
  const { createdAt: dueAt, id } = after;
  return Prisma.sql`(due_at, id) < (${dueAt}::timestamptz, ${id}::uuid)`;
}
