import { shanghaiDay, shanghaiDayRange } from "@/domain/metrics/shanghai-day";
import { dueDays } from "@/domain/payouts/due-groups";
import { ENDED_STATES } from "@/domain/payouts/payout-state";
import { SHOP_TROUBLES } from "@/domain/payouts/payout-trouble";
import { payoutSelect } from "@/features/payouts/queries/payout-select";
import { toPayoutView } from "@/features/payouts/queries/to-payout-view";
import type { PAYOUT_DUES, PayoutFilter, PayoutView } from "@/features/payouts/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { readCursor, writeCursor } from "@/lib/paging/page-cursor";
import type { Prisma } from "@/prisma/generated/client";

const pageSize = 20;

/**
 * The merchant's withdrawals that match, newest first, page by page below a cursor.
 * @param filter.limit of a page; 20 unless given
 */
export async function listPayouts(
  tx: MerchantTx,
  merchantId: string,
  filter: PayoutFilter & { now: Date; limit?: number },
): Promise<{ payouts: PayoutView[]; nextCursor: string | null }> {
  const { limit = pageSize } = filter;
  const rows = await tx.payout.findMany({
    where: payoutWhere(merchantId, filter),
    orderBy: [{ requestedAt: "desc" }, { id: "desc" }],
    take: limit + 1,
    select: payoutSelect,
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    payouts: page.map(toPayoutView),
    nextCursor:
      rows.length > limit && last
        ? writeCursor({ createdAt: last.requestedAt, id: last.id })
        : null,
  };
}

function payoutWhere(
  merchantId: string,
  filter: PayoutFilter & { now: Date },
): Prisma.PayoutWhereInput {
  const { state, channel, distributorId, due, waitsFor, text, now } = filter;
  const all: Prisma.PayoutWhereInput[] = [{ merchantId }, below(filter.cursor)];
  const open = { state: { notIn: [...ENDED_STATES] } };
  if (state !== undefined) all.push(state === "open" ? open : { state });
  if (channel !== undefined) all.push({ channel });
  if (distributorId !== undefined) all.push({ distributorId });
  if (due !== undefined) {
    all.push({ ...open, dueAt: dueWithin(due, now) });
  }
  if (waitsFor === "run") {
    all.push({
      state: "awaiting_approval",
      OR: [{ runId: null }, { run: { state: "refused" } }],
    });
  }
  if (waitsFor === "shop") all.push({ ...open, failReason: { in: [...SHOP_TROUBLES] } });
  if (text) {
    const name = { contains: text, mode: "insensitive" } as const;
    all.push({
      OR: [{ payoutNo: text.toLowerCase() }, { distributor: { displayName: name } }],
    });
  }
  return { AND: all };
}

function dueWithin(due: (typeof PAYOUT_DUES)[number], now: Date): Prisma.DateTimeFilter {
  const { from, until } = dueDays(due, shanghaiDay(now));
  return {
    ...(from === null ? {} : { gte: shanghaiDayRange(from).from }),
    ...(until === null ? {} : { lt: shanghaiDayRange(until).from }),
  };
}

function below(cursor: string | undefined): Prisma.PayoutWhereInput {
  const after = readCursor(cursor);
  if (after === null) return {};
  const { createdAt: requestedAt, id } = after;
  return { OR: [{ requestedAt: { lt: requestedAt } }, { requestedAt, id: { lt: id } }] };
}
