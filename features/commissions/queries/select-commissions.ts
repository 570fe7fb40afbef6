import type { CommissionCursor, CommissionView } from "@/features/commissions/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { Prisma } from "@/prisma/generated/client";

/** A page is never longer than this. */
const maxPerPage = 100;

/**
 * One page of commissions, newest first: those of `conditions` (on commission c), behind `after`.
 * The one place that knows what a commission in a list shows.
 */
export async function selectCommissions(
  tx: MerchantTx,
  conditions: readonly Prisma.Sql[],
  page: { after?: CommissionCursor | undefined; limit: number },
): Promise<CommissionView[]> {
  const { after, limit } = page;
  const behind = after
    ? [Prisma.sql`(c.accrued_at, c.id) < (${after.accruedAt}, ${after.commissionId}::uuid)`]
    : [];
  return tx.$queryRaw<CommissionView[]>`
    select c.id as "commissionId", o.order_no as "orderNo", c.line_no as "lineNo",
      l.product_title as "productTitle", l.option_name as "optionName", c.level,
      c.distributor_id as "distributorId", d.display_name as "distributorName",
      c.base_fen as "baseFen", c.commission_fen as "commissionFen",
      c.clawed_back_fen as "clawedBackFen", c.state, c.accrued_at as "accruedAt",
      c.available_at as "availableAt", c.settled_at as "settledAt"
    from commission c
    join orders o on o.merchant_id = c.merchant_id and o.id = c.order_id
    join order_line l
      on l.merchant_id = c.merchant_id and l.order_id = c.order_id and l.line_no = c.line_no
    join distributor d on d.merchant_id = c.merchant_id and d.id = c.distributor_id
    where ${Prisma.join([...conditions, ...behind], " and ")}
    order by c.accrued_at desc, c.id desc limit ${Math.min(limit, maxPerPage)}`;
}
