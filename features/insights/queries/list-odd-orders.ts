import type { DayWindow } from "@/domain/metrics/window";
import type { OddOrderList } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";
import { readCursor, writeCursor } from "@/lib/paging/page-cursor";
import { Prisma } from "@/prisma/generated/client";

/** An order behind a finding, with what there is about it. */
export type OddOrderView = {
  orderNo: string;
  paidAt: Date;
  customerId: string;
  nickname: string;
  distributorId: string;
  distributorName: string;
  payableFen: bigint;
  refundedFen: bigint;
  hasNoClick: boolean;
  toOwnAddress: boolean;
  byOwnPayer: boolean;
};

const lists: Record<OddOrderList, Prisma.Sql> = {
  orders_without_clicks: Prisma.sql`x.has_no_click`,
  own_customer: Prisma.sql`(x.to_own_address or x.by_own_payer)`,
  refund_ring: Prisma.sql`x.is_refunded`,
};

/** The orders that a rule counts in a window, of one distributor or of all, the last paid first, page by page. */
export async function listOddOrders(
  tx: MerchantTx,
  question: {
    merchantId: string;
    window: DayWindow;
    list: OddOrderList;
    distributorId: string | null;
    cursor?: string | undefined;
    limit: number;
  },
): Promise<{ orders: OddOrderView[]; nextCursor: string | null }> {
  const { merchantId, window, list, distributorId, cursor, limit } = question;
  const after = readCursor(cursor);
  const below = after
    ? Prisma.sql`and (o.paid_at, o.id) < (${after.createdAt}, ${after.id}::uuid)`
    : Prisma.empty;
  const of = distributorId
    ? Prisma.sql`and x.distributor_id = ${distributorId}::uuid`
    : Prisma.empty;
  const rows = await tx.$queryRaw<(OddOrderView & { id: string })[]>`${plannedAnew}
    select o.id, o.order_no as "orderNo", o.paid_at as "paidAt", o.customer_id as "customerId", c.nickname,
      x.distributor_id as "distributorId", d.display_name as "distributorName",
      o.payable_fen as "payableFen", o.refunded_fen as "refundedFen", x.has_no_click as "hasNoClick",
      x.to_own_address as "toOwnAddress", x.by_own_payer as "byOwnPayer"
    from odd_order x
    join orders o on o.merchant_id = x.merchant_id and o.id = x.order_id
    join customer c on c.merchant_id = x.merchant_id and c.id = x.customer_id
    join distributor d on d.merchant_id = x.merchant_id and d.id = x.distributor_id
    where x.merchant_id = ${merchantId}::uuid and x.day >= ${window.from}::date and x.day < ${window.to}::date
      and ${lists[list]} ${of} ${below}
    order by o.paid_at desc, o.id desc limit ${limit + 1}`;
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    orders: page.map(({ id: _id, ...order }) => order),
    nextCursor:
      rows.length > limit && last ? writeCursor({ createdAt: last.paidAt, id: last.id }) : null,
  };
}
