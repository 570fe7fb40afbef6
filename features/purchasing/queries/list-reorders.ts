import { shanghaiDay } from "@/domain/metrics/shanghai-day";
import type { Fen } from "@/domain/money/fen";
import { MONTH_DAYS, proposeReorder } from "@/domain/stock/reorder";
import type { OpenDay } from "@/features/stock/queries/find-open-day";
import { isOfPart } from "@/features/stock/queries/is-of-part";
import { monthSales } from "@/features/stock/queries/month-sales";
import type { ReorderRow, StockPart } from "@/features/stock/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

type Row = {
  skuId: string;
  code: string;
  title: string;
  supplierId: string | null;
  supplierName: string | null;
  leadDays: number;
  unitCostFen: Fen;
  soldUnits: number;
  soldDays: number;
  onHand: number;
  onOrder: number;
  count: number;
};

/** Where nobody has told from whom a SKU comes, a delivery is thought to take this long. */
const usualLeadDays = 7;

/**
 * What should be ordered now (analytics.md, board 7): (lead time + safety days) × daily sales − on hand
 * − on order, of the SKUs on sale. Daily sales are those of the last thirty days that are over, or of
 * those since the SKU came, net of returns; the supplier is the one of the last purchase. The most
 * expensive gap first. The database ranks by the formula of domain/stock/reorder.ts, so that of a thousand
 * proposals only those come that are shown.
 * @param question.limit how many at most; all of them unless given
 * @returns `count` of all, also of those beyond the limit
 */
export async function listReorders(
  tx: MerchantTx,
  question: {
    merchantId: string;
    part: StockPart;
    safetyDays: number;
    /** How far the roll-up came, if it ever ran (findOpenDay). */
    open: OpenDay | null;
    now: Date;
    limit?: number;
  },
): Promise<{ reorders: ReorderRow[]; count: number }> {
  const { merchantId, part, safetyDays, open, now, limit = null } = question;
  const today = shanghaiDay(now);
  const rows = await tx.$queryRaw<Row[]>`
    with longest as (
      select greatest(max(lead_days), ${usualLeadDays}::int) as days from supplier
      where merchant_id = ${merchantId}::uuid and is_active),
    carried as materialized (
      select k.id as sku_id, k.product_id, k.code, k.option_name, k.cost_fen, s.on_hand
      from sku k
      join product p on p.merchant_id = k.merchant_id and p.id = k.product_id
      join stock s on s.merchant_id = k.merchant_id and s.sku_id = k.id
      where k.merchant_id = ${merchantId}::uuid and k.is_active and p.status = 'active'
        and ${isOfPart(part)}),
    ${monthSales({ merchantId, today, open })},
    wanted as (
      select k.*, n.units::int as sold_units,
        -- Before the first run of the roll-up only the movements know since when a SKU is there.
        least(${MONTH_DAYS}::int, greatest(1, ${today}::date - coalesce(n.first_day, (
          select (m.created_at at time zone 'Asia/Shanghai')::date from stock_movement m
          where m.merchant_id = ${merchantId}::uuid and m.sku_id = k.sku_id
          order by m.created_at limit 1)))) as sold_days
      from carried k join sold n on n.sku_id = k.sku_id and n.units > 0),
    figured as (
      select w.*, v.supplier_id, v.name, coalesce(v.lead_days, ${usualLeadDays}::int) as lead_days,
        coalesce(v.unit_cost_fen, w.cost_fen) as unit_cost_fen, coalesce(o.units, 0)::int as on_order
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
      where w.on_hand::bigint * w.sold_days < (longest.days + ${safetyDays}::int)::bigint * w.sold_units),
    ranked as (
      select *, count(*) over ()::int as count from (
        select *, ((lead_days + ${safetyDays}::int)::bigint * sold_units + sold_days - 1) / sold_days
          - on_hand - on_order as units from figured) f
      where units > 0 order by units * unit_cost_fen desc, sku_id limit ${limit}::int)
    select r.sku_id as "skuId", r.code, concat_ws(' ', p.title, nullif(r.option_name, '')) as title,
      r.supplier_id as "supplierId", r.name as "supplierName", r.lead_days as "leadDays",
      r.unit_cost_fen as "unitCostFen", r.sold_units as "soldUnits", r.sold_days as "soldDays",
      r.on_hand as "onHand", r.on_order as "onOrder", r.count
    from ranked r join product p on p.merchant_id = ${merchantId}::uuid and p.id = r.product_id
    order by r.units * r.unit_cost_fen desc, r.sku_id`;
  return {
    reorders: rows.map(({ count: _, ...row }) => propose(row, safetyDays)),
    count: rows[0]?.count ?? 0,
  };
}

function propose(row: Omit<Row, "count">, safetyDays: number): ReorderRow {
  const { units } = proposeReorder({ ...row, safetyDays, packUnits: 1 });
  return { ...row, supplierName: row.supplierName ?? "", units };
}
