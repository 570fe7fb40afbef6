import { addDays } from "@/domain/metrics/calendar-day";
import { shanghaiDay, shanghaiDayRange } from "@/domain/metrics/shanghai-day";
import type { Fen } from "@/domain/money/fen";
import { proposeReorder } from "@/domain/stock/reorder";
import { isOfPart } from "@/features/stock/queries/is-of-part";
import type { ReorderRow, StockPart } from "@/features/stock/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

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
  const from = shanghaiDayRange(fromDay).from;
  const until = shanghaiDayRange(today).from;
  const rows = await tx.$queryRaw<Row[]>`
    with longest as (
      select greatest(max(lead_days), ${usualLeadDays}::int) as days from supplier
      where merchant_id = ${merchantId}::uuid and is_active),
    rolled as (select max(day) + 1 as day from stock_day where merchant_id = ${merchantId}::uuid),
    since as (
      select m.sku_id, -sum(m.delta) as units from rolled r
      join stock_movement m on m.merchant_id = ${merchantId}::uuid
        and m.created_at >= greatest(coalesce(r.day, ${fromDay}::date), ${fromDay}::date)::timestamp
          at time zone 'Asia/Shanghai'
        and m.created_at < ${until} and m.created_at >= ${from} and m.reason in ('sold', 'refunded')
      group by m.sku_id),
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
      left join lateral (
        select sold_units, returned_units, first_day from stock_day d
        where d.merchant_id = k.merchant_id and d.sku_id = k.id and d.day < ${today}::date
        order by d.day desc limit 1) b on true
      left join lateral (
        select sold_units, returned_units from stock_day d
        where d.merchant_id = k.merchant_id and d.sku_id = k.id and d.day < ${fromDay}::date
        order by d.day desc limit 1) a on true
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

function propose(row: Row, safetyDays: number): ReorderRow {
  const leadDays = row.leadDays ?? usualLeadDays;
  const { units } = proposeReorder({ ...row, leadDays, safetyDays, packUnits: 1 });
  return { ...row, leadDays, supplierName: row.supplierName ?? "", units };
}

const costOf = ({ units, unitCostFen }: ReorderRow) => units * Number(unitCostFen);
