import { ORDER_LISTS, ruleOfOrderList } from "@/domain/metrics/order-lists";
import { orderFigureList } from "@/features/insights/queries/order-figure-list";
import { partOfOrder } from "@/features/insights/queries/part-of-order";
import { type OrderRowsAsked, rowOfOrder } from "@/features/insights/queries/row-of-order";
import { Prisma } from "@/prisma/generated/client";

/** As billed where reconciled, else by the rate (features/insights/queries/facts-of-sales.ts). */
const feeOfOrder = Prisma.sql`coalesce(
  (select sum(b.amount_fen) from payment y
    join ledger_transfer b on b.merchant_id = y.merchant_id and b.reference_kind = 'payment'
      and b.reference_id = y.id and b.code = 'payment_fee_charged'
    where y.merchant_id = o.merchant_id and y.order_id = o.id),
  (select (o.paid_fen * m.payment_fee_bps + 5000) / 10000 from merchant_policy m
    where m.merchant_id = o.merchant_id and m.version = o.policy_version))`;

const isOfNewBuyer = Prisma.sql`o.level1_distributor_id is not null and not exists (
  select from orders e where e.merchant_id = o.merchant_id and e.customer_id = o.customer_id
    and e.paid_at is not null and (e.paid_at, e.id) < (o.paid_at, o.id))`;

/** Paid orders with what of each lies in the part asked. */
export function saleRowsBehind(asked: OrderRowsAsked): Prisma.Sql {
  const { merchantId, slice, list, from, until, below, limit } = asked;
  const hasLines = Prisma.sql`i.units is not null`;
  const isWhole = partOfOrder.isOfWholeOrders(slice);
  const asksCommission = ORDER_LISTS[list].of !== "lines";
  return Prisma.sql`
    select o.id, o.paid_at as at, false as "isRefund", ${rowOfOrder.shownOrder}, ${orderFigureList({
      orders: Prisma.sql`${hasLines}::int`,
      units: Prisma.sql`i.units`,
      grossFen: Prisma.sql`i.gross`,
      discountFen: Prisma.sql`i.discount`,
      costFen: Prisma.sql`i.cost`,
      uncostedFen: Prisma.sql`i.uncosted`,
      ...(isWhole
        ? {
            freightFen: Prisma.sql`case when ${hasLines} then o.freight_fen end`,
            feeFen: Prisma.sql`case when ${hasLines} then ${feeOfOrder} end`,
          }
        : {}),
      ...(asksCommission
        ? { commission1Fen: Prisma.sql`p.level1`, commission2Fen: Prisma.sql`p.level2` }
        : {}),
    })}
    from orders o ${rowOfOrder.channelOfOrder}
    left join lateral (select sum(l.quantity) as units, sum(l.payable_fen) as gross,
        sum(l.prorated_discount_fen) as discount, sum(l.goods_cost_fen) as cost,
        sum(l.payable_fen) filter (where l.goods_cost_fen = 0) as uncosted
      from order_line l where l.merchant_id = o.merchant_id and l.order_id = o.id
        and ${partOfOrder.linesIn(slice)} and ${partOfOrder.ordersIn(slice)}) i on true
    ${rowOfOrder.joinCommissions(
      asked,
      Prisma.sql`sum(c.commission_fen) filter (where c.level = 1) as level1,
        sum(c.commission_fen) filter (where c.level = 2) as level2`,
      Prisma.sql``,
    )}
    where o.merchant_id = ${merchantId}::uuid and o.paid_at >= ${from} and o.paid_at < ${until}
      and (o.paid_at, o.id) < ${below} and ${rowOfOrder.included[ORDER_LISTS[list].of]}
      and ${ruleOfOrderList(list).ofNewBuyers ? isOfNewBuyer : Prisma.sql`true`}
    order by o.paid_at desc, o.id desc limit ${limit}`;
}
