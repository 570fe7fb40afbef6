import { ORDER_LISTS, type OrderList, ruleOfOrderList } from "@/domain/metrics/order-lists";
import { orderFigureList } from "@/features/insights/queries/order-figure-list";
import {
  commissionsIn,
  isOfWholeOrders,
  linesIn,
  ordersIn,
} from "@/features/insights/queries/part-of-order";
import type { Slice } from "@/features/insights/schema";
import { Prisma } from "@/prisma/generated/client";

/** What of a list is read: from and until are instants, `below` is where the page before ended. */
export type OrderRowsAsked = {
  merchantId: string;
  slice: Slice;
  list: OrderList;
  from: Date;
  until: Date;
  below: Prisma.Sql;
  limit: number;
};

const channelOfOrder = Prisma.sql`
  left join share_click t on t.merchant_id = o.merchant_id and t.id = o.click_id
  left join share_link k on k.merchant_id = t.merchant_id and k.id = t.link_id
  join customer u on u.merchant_id = o.merchant_id and u.id = o.customer_id`;

const shownOrder = Prisma.sql`o.order_no as "orderNo", false as "isHistory",
  u.nickname as name, coalesce(k.channel::text, 'direct') as channel, o.province as region`;

const included = {
  lines: Prisma.sql`i.units is not null`,
  commissions: Prisma.sql`p.is_found`,
  either: Prisma.sql`(i.units is not null or p.is_found)`,
} as const;

/** The commissions of an order, or nothing where the list does not ask for them. */
function joinCommissions({ list, slice }: OrderRowsAsked, sums: Prisma.Sql, more: Prisma.Sql) {
  if (ORDER_LISTS[list].of === "lines") return Prisma.sql``;
  return Prisma.sql`
    left join lateral (select count(*) > 0 as is_found, ${sums}
      from commission c
      join order_line l on l.merchant_id = c.merchant_id and l.order_id = c.order_id and l.line_no = c.line_no
      ${more}
      where c.merchant_id = o.merchant_id and c.order_id = o.id and ${commissionsIn(slice)}) p on true`;
}

/** Paid orders with what of each lies in the part asked. */
export function saleRows(asked: OrderRowsAsked): Prisma.Sql {
  const { merchantId, slice, list, from, until, below, limit } = asked;
  const hasLines = Prisma.sql`i.units is not null`;
  const isWhole = isOfWholeOrders(slice);
  const asksCommission = ORDER_LISTS[list].of !== "lines";
  return Prisma.sql`
    select o.id, o.paid_at as at, false as "isRefund", ${shownOrder}, ${orderFigureList({
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
    from orders o ${channelOfOrder}
    left join lateral (select sum(l.quantity) as units, sum(l.payable_fen) as gross,
        sum(l.prorated_discount_fen) as discount, sum(l.goods_cost_fen) as cost,
        sum(l.payable_fen) filter (where l.goods_cost_fen = 0) as uncosted
      from order_line l where l.merchant_id = o.merchant_id and l.order_id = o.id
        and ${linesIn(slice)} and ${ordersIn(slice)}) i on true
    ${joinCommissions(
      asked,
      Prisma.sql`sum(c.commission_fen) filter (where c.level = 1) as level1,
        sum(c.commission_fen) filter (where c.level = 2) as level2`,
      Prisma.sql``,
    )}
    where o.merchant_id = ${merchantId}::uuid and o.paid_at >= ${from} and o.paid_at < ${until}
      and (o.paid_at, o.id) < ${below} and ${included[ORDER_LISTS[list].of]}
      and ${ruleOfOrderList(list).ofNewBuyers ? isOfNewBuyer : Prisma.sql`true`}
    order by o.paid_at desc, o.id desc limit ${limit}`;
}

const isOfNewBuyer = Prisma.sql`o.level1_distributor_id is not null and not exists (
  select from orders e where e.merchant_id = o.merchant_id and e.customer_id = o.customer_id
    and e.paid_at is not null and (e.paid_at, e.id) < (o.paid_at, o.id))`;

/** As billed where reconciled, else by the rate (features/insights/queries/facts-of-sales.ts). */
const feeOfOrder = Prisma.sql`coalesce(
  (select sum(b.amount_fen) from payment y
    join ledger_transfer b on b.merchant_id = y.merchant_id and b.reference_kind = 'payment'
      and b.reference_id = y.id and b.code = 'payment_fee_charged'
    where y.merchant_id = o.merchant_id and y.order_id = o.id),
  (select (o.paid_fen * m.payment_fee_bps + 5000) / 10000 from merchant_policy m
    where m.merchant_id = o.merchant_id and m.version = o.policy_version))`;

/** What WeChat gave back of it (features/insights/queries/facts-of-refunds.ts). */
const feeBackOfRefund = Prisma.sql`(select sum(b.amount_fen) from ledger_transfer b
  where b.merchant_id = r.merchant_id and b.reference_kind = 'refund' and b.reference_id = r.id
    and b.code = 'payment_fee_returned')`;

/** Refunds that succeeded with what of each lies in the part asked, and the commission that it took back. */
export function refundRows(asked: OrderRowsAsked): Prisma.Sql {
  const { merchantId, slice, list, from, until, below, limit } = asked;
  const { of } = ORDER_LISTS[list];
  const isWhole = isOfWholeOrders(slice);
  // Freight alone can be refunded too: of whole orders that is a refund, of goods it is none.
  const lies = isWhole ? ordersIn(slice) : Prisma.sql`i.units is not null`;
  const within = {
    lines: lies,
    commissions: included.commissions,
    either: Prisma.sql`(${lies} or p.is_found)`,
  };
  return Prisma.sql`
    select r.id, r.succeeded_at as at, true as "isRefund", ${shownOrder}, ${orderFigureList({
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
    })}
    from refund r
    join orders o on o.merchant_id = r.merchant_id and o.id = r.order_id and o.paid_at is not null
    ${channelOfOrder}
    left join lateral (select sum(b.quantity) as units, sum(b.amount_fen) as fen,
        sum(m.value_fen) as cost, sum(b.amount_fen) filter (where l.goods_cost_fen = 0) as uncosted
      from refund_line b
      join order_line l on l.merchant_id = b.merchant_id and l.order_id = r.order_id and l.line_no = b.line_no
      left join stock_movement m on m.merchant_id = b.merchant_id and m.sku_id = l.sku_id
        and m.reason = 'refunded' and m.reference_id = b.refund_id and m.reference_line = b.line_no
      where b.merchant_id = r.merchant_id and b.refund_id = r.id
        and ${linesIn(slice)} and ${ordersIn(slice)}) i on true
    ${joinCommissions(
      asked,
      Prisma.sql`sum(b.amount_fen) as fen`,
      Prisma.sql`join ledger_transfer b on b.merchant_id = c.merchant_id and b.reference_kind = 'commission'
        and b.reference_id = c.id and b.event_key like 'commission:%:claw-back:' || r.id || '%'`,
    )}
    where r.merchant_id = ${merchantId}::uuid and r.succeeded_at >= ${from} and r.succeeded_at < ${until}
      and (r.succeeded_at, r.id) < ${below} and ${within[of]}
    order by r.succeeded_at desc, r.id desc limit ${limit}`;
}
