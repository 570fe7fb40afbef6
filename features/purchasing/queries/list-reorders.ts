import { addDays } from "@/domain/metrics/calendar-day";
import { shanghaiDay } from "@/domain/metrics/shanghai-day";
import type { DayWindow } from "@/domain/metrics/window";
import type { Fen } from "@/domain/money/fen";
import { proposeReorder } from "@/domain/stock/reorder";
import { findRolledUntil } from "@/features/stock/queries/find-rolled-until";
import { skuWindows } from "@/features/stock/queries/sku-windows";
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

/** Where nobody has told from whom a SKU comes, a delivery is thought to take this long. */
const usualLeadDays = 7;

/**
 * What should be ordered (analytics.md, board 7): (lead time + safety days) × daily sales − on hand −
 * on order, of the SKUs on sale. Daily sales are those of the window's days that are over, net of
 * returns; the supplier is the one of the last purchase. The most expensive gap first.
 */
export async function listReorders(
  tx: MerchantTx,
  question: {
    merchantId: string;
    part: StockPart;
    window: DayWindow;
    safetyDays: number;
    now: Date;
  },
): Promise<ReorderRow[]> {
  const { merchantId, part, safetyDays, now } = question;
  const window = overPart(question.window, now);
  const rolledUntil = await findRolledUntil(tx, merchantId);
  const rows = await tx.$queryRaw<Row[]>`
    with ${skuWindows({ merchantId, part, windows: [window], rolledUntil })}
    select w.sku_id as "skuId", k.code, concat_ws(' ', p.title, nullif(k.option_name, '')) as title,
      b.supplier_id as "supplierId", b.name as "supplierName", b.lead_days as "leadDays",
      coalesce(b.unit_cost_fen, k.cost_fen) as "unitCostFen",
      (w.sold_units - w.returned_units)::int as "soldUnits",
      (w.to_day - greatest(w.first_day, ${window.from}::date))::int as "soldDays",
      s.on_hand as "onHand", coalesce(o.units, 0)::int as "onOrder"
    from sku_window w
    join stock s on s.merchant_id = ${merchantId}::uuid and s.sku_id = w.sku_id
    join sku k on k.merchant_id = ${merchantId}::uuid and k.id = w.sku_id
    join product p on p.merchant_id = k.merchant_id and p.id = k.product_id
    left join lateral (
      select u.supplier_id, v.name, v.lead_days, l.unit_cost_fen from purchase_line l
      join purchase_order u on u.merchant_id = l.merchant_id and u.id = l.purchase_order_id
      join supplier v on v.merchant_id = u.merchant_id and v.id = u.supplier_id and v.is_active
      where l.merchant_id = k.merchant_id and l.sku_id = k.id and u.state <> 'draft'
      order by u.ordered_at desc nulls last limit 1) b on true
    left join lateral (
      select sum(l.units - l.received_units) as units from purchase_line l
      join purchase_order u on u.merchant_id = l.merchant_id and u.id = l.purchase_order_id
      where l.merchant_id = k.merchant_id and l.sku_id = k.id
        and u.state in ('ordered', 'partly_received')) o on true
    where w.is_on_sale and w.sold_units > w.returned_units`;
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

/** The days of a window that are over; yesterday where none is. */
function overPart({ from, to }: DayWindow, now: Date): DayWindow {
  const today = shanghaiDay(now);
  const end = to < today ? to : today;
  return { from: from < end ? from : addDays(end, -1), to: end };
}
