import { knownMeasures } from "@/domain/metrics/known-measures";
import type { Figures } from "@/domain/metrics/measures";
import { type OrderList, ruleOfOrderList } from "@/domain/metrics/order-lists";
import { shanghaiDayRange } from "@/domain/metrics/shanghai-day";
import type { DayWindow } from "@/domain/metrics/window";
import { historyRowsBehind } from "@/features/insights/queries/history-rows-behind";
import { refundRowsBehind } from "@/features/insights/queries/refund-rows-behind";
import type { OrderRowsAsked } from "@/features/insights/queries/row-of-order";
import { saleRowsBehind } from "@/features/insights/queries/sale-rows-behind";
import type { OrderBehind, Slice } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";
import { readCursor, writeCursor } from "@/lib/paging/page-cursor";
import { Prisma } from "@/prisma/generated/client";

export type OrdersBehind = { rows: OrderBehind[]; nextCursor: string | null };

type Row = Omit<OrderBehind, "figures"> & { id: string } & Figures;

/**
 * The paid orders and the refunds that succeeded that a figure of a window and a part is made of, the newest
 * first: with what of each lies in that part, so that the rows add up to the figure. Orders of an order
 * history are among them, but where commissions or distributors count, which they have none of.
 */
export async function listOrdersBehind(
  tx: MerchantTx,
  {
    window,
    cursor,
    limit,
    ...asked
  }: {
    merchantId: string;
    list: OrderList;
    window: DayWindow;
    slice: Slice;
    cursor?: string | undefined;
    limit: number;
  },
): Promise<OrdersBehind> {
  const from = shanghaiDayRange(window.from).from;
  const until = shanghaiDayRange(window.to).from;
  const page = readCursor(cursor);
  const at = page?.createdAt ?? until;
  const id = page?.id ?? "ffffffff-ffff-ffff-ffff-ffffffffffff";
  const below = Prisma.sql`(${at}, ${id}::uuid)`;
  const branches = branchesOf({ ...asked, from, until, below, limit: limit + 1 });
  const rows = await tx.$queryRaw<Row[]>`${plannedAnew}
    select * from (${Prisma.join(branches, " union all ")}) found
    order by at desc, id desc limit ${limit + 1}`;
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    rows: shown.map(toOrderBehind),
    nextCursor:
      rows.length > limit && last ? writeCursor({ createdAt: last.at, id: last.id }) : null,
  };
}

function branchesOf(asked: OrderRowsAsked): Prisma.Sql[] {
  const { rows, of, ofNewBuyers } = ruleOfOrderList(asked.list);
  const hasHistory = of !== "commissions" && !ofNewBuyers;
  const sales = [saleRowsBehind(asked), ...(hasHistory ? [historyRowsBehind(asked, "sale")] : [])];
  const refunds = [
    refundRowsBehind(asked),
    ...(hasHistory ? [historyRowsBehind(asked, "refund")] : []),
  ];
  const wanted = { sales, refunds, both: [...sales, ...refunds] };
  return wanted[rows].map((branch) => Prisma.sql`(${branch})`);
}

function toOrderBehind(row: Row): OrderBehind {
  const { id: _id, at, isRefund, orderNo, isHistory, name, channel, region, ...figures } = row;
  const shown = { at, isRefund, orderNo, isHistory, name, channel, region };
  return { ...shown, figures: knownMeasures(figures).figures };
}
