import { addDays } from "@/domain/metrics/calendar-day";
import { shanghaiDay, shanghaiDayRange } from "@/domain/metrics/shanghai-day";
import type { Fen } from "@/domain/money/fen";
import { proposeReorder } from "@/domain/stock/reorder";
import { findRolledUntil } from "@/features/stock/queries/find-rolled-until";
import { isOfPart } from "@/features/stock/queries/is-of-part";
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
    since as (
      select sku_id, -sum(delta) as units from stock_movement
      where merchant_id = ${merchantId}::uuid and created_at >= ${since} and created_at < ${until}
        and reason in ('sold', 'refunded')
      group by sku_id),
    -- Looked up SKU by SKU only where nothing moved on the very day before.
    eve as materialized (
      select day, sku_id, sold_units, returned_units, first_day from stock_day
      where merchant_id = ${merchantId}::uuid and day in (${today}::date - 1, ${fromDay}::date - 1)),
    wanted as (
      select k.id, k.code, k.cost_fen, concat_ws(' ', p.title, nullif(k.option_name, '')) as title,
        s.on_hand, coalesce(n.units, 0) + coalesce(b.sold_units - b.returned_units, 0)
          - coalesce(a.sold_units - a.returned_units, 0) as sold_units,
        -- Before the first run of the roll-up only the movements know since when a SKU is there.
        least(${soldDays}::int, greatest(1, ${today}::date - coalesce(b.first_day, (
          select (m.created_at at time zone 'Asia/Shanghai')::date from stock_movement m
          where m.merchant_id = k.merchant_id and m.sku_id = k.id
          order by m.created_at limit 1)))) as sold_days
      from sku k
      join product p on p.merchant_id = k.merchant_id and p.id = k.product_id
      join stock s on s.merchant_id = k.merchant_id and s.sku_id = k.id
      left join since n on n.sku_id = k.id
      ${asOf("b", merchantId, today)}
      ${asOf("a", merchantId, fromDay)}
      where k.merchant_id = ${merchantId}::uuid and k.is_active and p.status = 'active'
        and ${isOfPart(part)})
    select w.id as "skuId", w.code, w.title, v.supplier_id as "supplierId", v.name as "supplierName",
      v.lead_days as "leadDays", coalesce(v.unit_cost_fen, w.cost_fen) as "unitCostFen",
      w.sold_units::int as "soldUnits", coalesce(w.sold_days, ${soldDays}::int) as "soldDays",
      w.on_hand as "onHand", coalesce(o.units, 0)::int as "onOrder"
    from wanted w cross join longest
    left join lateral (
      select u.supplier_id, c.name, c.lead_days, l.unit_cost_fen from purchase_line l
      join purchase_order u on u.merchant_id = l.merchant_id and u.id = l.purchase_order_id
      join supplier c on c.merchant_id = u.merchant_id and c.id = u.supplier_id and c.is_active
      where l.merchant_id = ${merchantId}::uuid and l.sku_id = w.id and u.state <> 'draft'
      order by u.ordered_at desc nulls last limit 1) v on true
    left join lateral (
      select sum(l.units - l.received_units) as units from purchase_line l
      join purchase_order u on u.merchant_id = l.merchant_id and u.id = l.purchase_order_id
      where l.merchant_id = ${merchantId}::uuid and l.sku_id = w.id
        and u.state in ('ordered', 'partly_received')) o on true
    where w.sold_units > 0 and w.on_hand::bigint * coalesce(w.sold_days, ${soldDays}::int)
      < (coalesce(longest.days, ${usualLeadDays}::int) + ${safetyDays}::int) * w.sold_units`;
  return rows
    .map((row) => propose(row, safetyDays))
    .filter(({ units }) => units > 0)
    .sort((one, other) => costOf(other) - costOf(one));
}

/** The amounts of the SKU `k` at the beginning of a day. */
function asOf(name: string, merchantId: string, day: string): Prisma.Sql {
  const [at, eve] = [Prisma.raw(name), Prisma.raw(`${name}_eve`)];
  return Prisma.sql`
    left join eve ${eve} on ${eve}.day = ${day}::date - 1 and ${eve}.sku_id = k.id
    left join lateral (
      select ${eve}.sold_units, ${eve}.returned_units, ${eve}.first_day where ${eve}.sku_id is not null
      union all
      (select sold_units, returned_units, first_day from stock_day d
        where ${eve}.sku_id is null and d.merchant_id = ${merchantId}::uuid and d.sku_id = k.id
          and d.day < ${day}::date order by d.day desc limit 1)) ${at} on true`;
}

function propose(row: Row, safetyDays: number): ReorderRow {
  const leadDays = row.leadDays ?? usualLeadDays;
  const { units } = proposeReorder({ ...row, leadDays, safetyDays, packUnits: 1 });
  return { ...row, leadDays, supplierName: row.supplierName ?? "", units };
}

const costOf = ({ units, unitCostFen }: ReorderRow) => units * Number(unitCostFen);
