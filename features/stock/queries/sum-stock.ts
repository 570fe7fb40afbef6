import { addDays } from "@/domain/metrics/calendar-day";
import { shanghaiDay } from "@/domain/metrics/shanghai-day";
import { type DayWindow, windowDays } from "@/domain/metrics/window";
import type { Fen } from "@/domain/money/fen";
import type { StockTotals } from "@/domain/stock/stock-metrics";
import { findRolledUntil } from "@/features/stock/queries/find-rolled-until";
import { type ReportRow, reportColumns, toReport } from "@/features/stock/queries/report-columns";
import { skuWindows } from "@/features/stock/queries/sku-windows";
import type { StockPart } from "@/features/stock/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

type Row = ReportRow & {
  n: number;
  valueDaysFen: Fen;
  carriedSkus: number;
  soldSkus: number;
  carriedSkuDays: number;
  emptySkuDays: number;
  slowMovers: number;
};

/**
 * The stock figures of each window, in their order: what opened, came, went and closed over all SKUs of
 * the part. Days that have not begun are left out.
 */
export async function sumStock(
  tx: MerchantTx,
  question: {
    merchantId: string;
    part: StockPart;
    windows: readonly DayWindow[];
    slowDays: number;
    now: Date;
  },
): Promise<StockTotals[]> {
  const { merchantId, part, slowDays, now } = question;
  const windows = question.windows.map((window) => begunPart(window, now));
  const rolledUntil = await findRolledUntil(tx, merchantId);
  const rows = await tx.$queryRaw<Row[]>`
    with ${skuWindows({ merchantId, part, windows, rolledUntil })}
    select n, ${reportColumns((column) => `sum(${column})::bigint`)},
      sum(value_days_fen)::bigint as "valueDaysFen",
      (count(*) filter (where carried_days > 0))::int as "carriedSkus",
      (count(*) filter (where sold_units > 0))::int as "soldSkus",
      sum(carried_days)::int as "carriedSkuDays", sum(empty_days)::int as "emptySkuDays",
      (count(*) filter (where closing_units > 0
        and coalesce(last_sold_day, last_received_day, first_day) < to_day - ${slowDays}::int))::int as "slowMovers"
    from sku_window group by n`;
  return windows.map((window, index) => {
    const row = rows.find(({ n }) => n === index + 1);
    return toTotals(row ?? noStock, windowDays(window));
  });
}

function toTotals(row: Row, days: number): StockTotals {
  const { valueDaysFen, carriedSkus, soldSkus, carriedSkuDays, emptySkuDays, slowMovers } = row;
  const counts = { carriedSkus, soldSkus, carriedSkuDays, emptySkuDays, slowMovers };
  return { ...counts, valueDaysFen, days, report: toReport(row) };
}

const noStock: Row = {
  n: 0,
  valueDaysFen: 0n,
  carriedSkus: 0,
  soldSkus: 0,
  carriedSkuDays: 0,
  emptySkuDays: 0,
  slowMovers: 0,
};

/** A window up to the end of today; one that lies ahead is empty. */
export function begunPart({ from, to }: DayWindow, now: Date): DayWindow {
  const tomorrow = addDays(shanghaiDay(now), 1);
  const end = to < tomorrow ? to : tomorrow;
  return { from: from < end ? from : end, to: end };
}
