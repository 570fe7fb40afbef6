import { ENDED_STATES } from "@/domain/payouts/payout-state";
import { payoutSelect, toPayoutView } from "@/features/payouts/queries/to-payout-view";
import type { PayoutFilter, PayoutView } from "@/features/payouts/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { readCursor, writeCursor } from "@/lib/db/page-cursor";
import type { Prisma } from "@/prisma/generated/client";

const pageSize = 20;

/** The merchant's withdrawals that match, newest first, page by page below a cursor. */
export async function listPayouts(
  tx: MerchantTx,
  merchantId: string,
  filter: PayoutFilter & { now: Date },
): Promise<{ payouts: PayoutView[]; nextCursor: string | null }> {
  const rows = await tx.payout.findMany({
    where: payoutWhere(merchantId, filter),
    orderBy: [{ requestedAt: "desc" }, { id: "desc" }],
    take: pageSize + 1,
    select: payoutSelect,
  });
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  return {
    payouts: page.map(toPayoutView),
    nextCursor:
      rows.length > pageSize && last
        ? writeCursor({ createdAt: last.requestedAt, id: last.id })
        : null,
  };
}

function payoutWhere(
  merchantId: string,
  filter: PayoutFilter & { now: Date },
): Prisma.PayoutWhereInput {
  const { state, channel, distributorId, due, toPropose, text, now } = filter;
  const all: Prisma.PayoutWhereInput[] = [{ merchantId }, below(filter.cursor)];
  const open = { state: { notIn: [...ENDED_STATES] } };
  if (state !== undefined) all.push(state === "open" ? open : { state });
  if (channel !== undefined) all.push({ channel });
  if (distributorId !== undefined) all.push({ distributorId });
  if (due !== undefined) {
    all.push({ ...open, dueAt: due === "overdue" ? { lt: now } : { gte: now } });
  }
  if (toPropose !== undefined) {
    all.push({
      state: "awaiting_approval",
      OR: [{ runId: null }, { run: { state: "refused" } }],
    });
  }
  if (text) {
    const name = { contains: text, mode: "insensitive" } as const;
    all.push({
      OR: [{ payoutNo: text.toLowerCase() }, { distributor: { displayName: name } }],
    });
  }
  return { AND: all };
}

function below(cursor: string | undefined): Prisma.PayoutWhereInput {
  const after = readCursor(cursor);
  if (after === null) return {};
  const { createdAt: requestedAt, id } = after;
  return { OR: [{ requestedAt: { lt: requestedAt } }, { requestedAt, id: { lt: id } }] };
}
