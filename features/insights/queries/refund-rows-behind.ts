import { ORDER_LISTS } from "@/domain/metrics/order-lists";
import { orderFigureList } from "@/features/insights/queries/order-figure-list";
import { partOfOrder } from "@/features/insights/queries/part-of-order";
import { type OrderRowsAsked, rowOfOrder } from "@/features/insights/queries/row-of-order";
import { Prisma } from "@/prisma/generated/client";

/** What WeChat gave back of it (features/insights/queries/facts-of-refunds.ts). */
const feeBackOfRefund = Prisma.sql`(select sum(b.amount_fen) from ledger_transfer b
  where b.merchant_id = r.merchant_id and b.reference_kind = 'refund' and b.reference_id = r.id
    and b.code = 'payment_fee_returned')`;

/** Refunds that succeeded with what of each lies in the part asked, and the commission that it took back. */
export function refundRowsBehind(asked: OrderRowsAsked): Prisma.Sql {
  const { merchantId, slice, list, from, until, below, limit } = asked;
  const { of } = ORDER_LISTS[list];
  const isWhole = partOfOrder.isOfWholeOrders(slice);
  // Freight alone can be refunded too: of whole orders that is a refund, of goods it is none.
  const lies = isWhole ? partOfOrder.ordersIn(slice) : Prisma.sql`i.units is not null`;
  const within = {
    lines: lies,
    commissions: rowOfOrder.included.commissions,
    either: Prisma.sql`(${lies} or p.is_found)`,
  };
  return Prisma.sql`
    select r.id, r.succeeded_at as at, true as "isRefund", ${rowOfOrder.shownOrder}, ${orderFigureList(
      {
        refunds: Prisma.sql`(${lies})::int`,
        refundUnits: Prisma.sql`i.units`,
        refundFen: Prisma.sql`i.fen`,
        returnedCostFen: Prisma.sql`i.cost`,
        uncostedBackFen: Prisma.sql`i.uncosted`,
        ...(isWhole
          ? {
              refundFreightFen: Prisma.sql`case when ${lies} then r.freight_fen end`,
              feeBackFen: Prisma.sql`case when ${lies} then ${feeBackOfRefund} end`,
            }
          : {}),
        ...(of === "lines" ? {} : { clawedBackFen: Prisma.sql`p.fen` }),
      },
    )}
    from refund r
    join orders o on o.merchant_id = r.merchant_id and o.id = r.order_id and o.paid_at is not null
    ${rowOfOrder.channelOfOrder}
    left join lateral (select sum(b.quantity) as units, sum(b.amount_fen) as fen,
        sum(m.value_fen) as cost, sum(b.amount_fen) filter (where l.goods_cost_fen = 0) as uncosted
      from refund_line b
      join order_line l on l.merchant_id = b.merchant_id and l.order_id = r.order_id and l.line_no = b.line_no
      left join stock_movement m on m.merchant_id = b.merchant_id and m.sku_id = l.sku_id
        and m.reason = 'refunded' and m.reference_id = b.refund_id and m.reference_line = b.line_no
      where b.merchant_id = r.merchant_id and b.refund_id = r.id
        and ${partOfOrder.linesIn(slice)} and ${partOfOrder.ordersIn(slice)}) i on true
    ${rowOfOrder.joinCommissions(
      asked,
      Prisma.sql`sum(b.amount_fen) as fen`,
      Prisma.sql`join ledger_transfer b on b.merchant_id = c.merchant_id and b.reference_kind = 'commission'
        and b.reference_id = c.id and b.event_key like 'commission:%:claw-back:' || r.id || '%'`,
    )}
    where r.merchant_id = ${merchantId}::uuid and r.succeeded_at >= ${from} and r.succeeded_at < ${until}
      and (r.succeeded_at, r.id) < ${below} and ${within[of]}
    order by r.succeeded_at desc, r.id desc limit ${limit}`;
}
