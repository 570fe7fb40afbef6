import { addDays } from "@/domain/metrics/calendar-day";
import { shanghaiDay, shanghaiDayRange } from "@/domain/metrics/shanghai-day";
import type { Fen } from "@/domain/money/fen";
import { proposeReorder } from "@/domain/stock/reorder";
import { findRolledUntil } from "@/features/stock/queries/find-rolled-until";
import { isOfPart } from "@/features/stock/queries/is-of-part";
import { keptStock } from "@/features/stock/queries/kept-stock";
import type { ReorderRow, StockPart } from "@/features/stock/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { Prisma } from "@/prisma/generated/client";

type Row = {
  skuId: string;
  code: string;
  title: string;
  supplierId: string | null;
  supplierName: string | null;
  leadDays: number | null;
  unitCostFen: Fen;
  soldUnits: number;
  soldDays: number;
  onHand: number;
  onOrder: number;
};

/** The daily sales are those of so many days that are over. */
const soldDays = 30;
/** Of the stock at the beginning and the end of them. */
const columns = Prisma.sql`sold_units - returned_units as units, first_day`;
/** Where nobody has told from whom a SKU comes, a delivery is thought to take this long. */
const usualLeadDays = 7;

/**
 * What should be ordered now (analytics.md, board 7): (lead time + safety days) × daily sales − on hand
 * − on order, of the SKUs on sale. Daily sales are those of the last thirty days that are over, or of
 * those since the SKU came, net of returns; the supplier is the one of the last purchase. The most
 * expensive gap first.
 */
export async function listReorders(
  tx: MerchantTx,
  question: { merchantId: string; part: StockPart; safetyDays: number; now: Date },
): Promise<ReorderRow[]> {
  const { merchantId, part, safetyDays, now } = question;
  const today = shanghaiDay(now);
  const fromDay = addDays(today, -soldDays);
  const rolledUntil = (await findRolledUntil(tx, merchantId)) ?? fromDay;
  // What stands in no stock_day yet, and is not older than the days asked.
  const [, sinceDay = fromDay] = [fromDay, rolledUntil].sort();
  const since = shanghaiDayRange(sinceDay).from;
  const until = shanghaiDayRange(today).from;
  const rows = await tx.$queryRaw<Row[]>`
    with longest as (
      select greatest(max(lead_days), ${usualLeadDays}::int) as days from supplier
      where merchant_id = ${merchantId}::uuid and is_active),
    carried as materialized (
      select k.id as sku_id, k.code, k.cost_fen, s.on_hand,
        concat_ws(' ', p.title, nullif(k.option_name, '')) as title
      from sku k
      join product p on p.merchant_id = k.merchant_id and p.id = k.product_id
      join stock s on s.merchant_id = k.merchant_id and s.sku_id = k.id
      where k.merchant_id = ${merchantId}::uuid and k.is_active and p.status = 'active'
        and ${isOfPart(part)}),
    ${keptStock(merchantId, [fromDay, today], columns)},
    sold as (
      select sku_id, sum(units) as units, min(first_day) as first_day from (
        select sku_id, case when at = ${today}::date then units else -units end as units, first_day
        from kept
        union all
        select sku_id, -delta, null from stock_movement
        where merchant_id = ${merchantId}::uuid and created_at >= ${since} and created_at < ${until}
          and reason in ('sold', 'refunded')) u
      group by sku_id),
    wanted as (
      select k.*, n.units as sold_units,
        -- Before the first run of the roll-up only the movements know since when a SKU is there.
        least(${soldDays}::int, greatest(1, ${today}::date - coalesce(n.first_day, (
          select (m.created_at at time zone 'Asia/Shanghai')::date from stock_movement m
          where m.merchant_id = ${merchantId}::uuid and m.sku_id = k.sku_id
          order by m.created_at limit 1)))) as sold_days
      from carried k join sold n on n.sku_id = k.sku_id and n.units > 0)
    select w.sku_id as "skuId", w.code, w.title, v.supplier_id as "supplierId", v.name as "supplierName",
      v.lead_days as "leadDays", coalesce(v.unit_cost_fen, w.cost_fen) as "unitCostFen",
      w.sold_units::int as "soldUnits", coalesce(w.sold_days, ${soldDays}::int) as "soldDays",
      w.on_hand as "onHand", coalesce(o.units, 0)::int as "onOrder"
    from wanted w cross join longest
    left join lateral (
      select u.supplier_id, c.name, c.lead_days, l.unit_cost_fen from purchase_line l
      join purchase_order u on u.merchant_id = l.merchant_id and u.id = l.purchase_order_id
      join supplier c on c.merchant_id = u.merchant_id and c.id = u.supplier_id and c.is_active
      where l.merchant_id = ${merchantId}::uuid and l.sku_id = w.sku_id and u.state <> 'draft'
      order by u.ordered_at desc nulls last limit 1) v on true
    left join (
      select l.sku_id, sum(l.units - l.received_units) as units from purchase_order u
      join purchase_line l on l.merchant_id = u.merchant_id and l.purchase_order_id = u.id
      where u.merchant_id = ${merchantId}::uuid and u.state in ('ordered', 'partly_received')
      group by l.sku_id) o on o.sku_id = w.sku_id
    where w.on_hand::bigint * coalesce(w.sold_days, ${soldDays}::int)
      < (coalesce(longest.days, ${usualLeadDays}::int) + ${safetyDays}::int) * w.sold_units`;
  return rows
    .map((row) => propose(row, safetyDays))
    .filter(({ units }) => units > 0)
    .sort((one, other) => costOf(other) - costOf(one));
}

function propose(row: Row, safetyDays: number): ReorderRow {
  const leadDays = row.leadDays ?? usualLeadDays;
  const { units } = proposeReorder({ ...row, leadDays, safetyDays, packUnits: 1 });
  return { ...row, leadDays, supplierName: row.supplierName ?? "", units };
}

const costOf = ({ units, unitCostFen }: ReorderRow) => units * Number(unitCostFen);
