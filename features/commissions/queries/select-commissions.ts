import type { CommissionView } from "@/features/commissions/schema";
import { Prisma } from "@/prisma/generated/client";

/** A page is never longer than this. */
export const maxCommissionsPerPage = 100;

/** Where a page ends, to ask for the next one. */
export type CommissionCursor = { accruedAt: Date; commissionId: string };

/** The columns of CommissionView, over commission c, orders o, order_line l and distributor d. */
export const commissionColumns = Prisma.sql`
  c.id as "commissionId", o.order_no as "orderNo", c.line_no as "lineNo",
  l.product_title as "productTitle", l.option_name as "optionName", c.level,
  c.distributor_id as "distributorId", d.display_name as "distributorName",
  c.base_fen as "baseFen", c.commission_fen as "commissionFen",
  c.clawed_back_fen as "clawedBackFen", c.state, c.accrued_at as "accruedAt",
  c.available_at as "availableAt", c.settled_at as "settledAt"`;

export const commissionJoins = Prisma.sql`
  commission c
  join orders o on o.merchant_id = c.merchant_id and o.id = c.order_id
  join order_line l on l.merchant_id = c.merchant_id and l.order_id = c.order_id and l.line_no = c.line_no
  join distributor d on d.merchant_id = c.merchant_id and d.id = c.distributor_id`;

/** The condition that a row lies behind the cursor, newest first. */
export function behind(cursor: CommissionCursor | undefined): Prisma.Sql {
  if (cursor === undefined) return Prisma.empty;
  return Prisma.sql`and (c.accrued_at, c.id) < (${cursor.accruedAt}, ${cursor.commissionId}::uuid)`;
}

/** The cursor behind the last row of a page. */
export function cursorOf(page: readonly CommissionView[]): CommissionCursor | null {
  const last = page.at(-1);
  return last ? { accruedAt: last.accruedAt, commissionId: last.commissionId } : null;
}
