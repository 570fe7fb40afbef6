import { addDays, countDays } from "@/domain/metrics/calendar-day";
import { shanghaiDay } from "@/domain/metrics/shanghai-day";
import { type DayWindow, windowDays } from "@/domain/metrics/window";
import type { StockTotals } from "@/domain/stock/stock-metrics";
import type { OpenDay } from "@/features/stock/queries/find-open-day";
import { reportColumns } from "@/features/stock/queries/report-columns";
import { skuWindows } from "@/features/stock/queries/sku-windows";
import { type ReportRow, toStockReport } from "@/features/stock/queries/to-stock-report";
import type { SkuReport, SlowMover, StockPart } from "@/features/stock/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";
import { Prisma } from "@/prisma/generated/client";

type Counts = Omit<StockTotals, "report" | "days" | "valueDaysFen">;
/** As JSON holds it: amounts as texts, because it knows no bigint. */
type Named = { skuId: string; code: string; title: string };
type Row = {
  totals: (ReportRow & Counts & { n: number; valueDaysFen: string })[] | null;
  skus: (ReportRow & Named & { valueDaysFen: string })[] | null;
  slow:
    | (Named & { units: number; fen: string; lastSoldDay: string | null; stillSince: string })[]
    | null;
};

type StockWindows = {
  /** One for each window, in their order. */
  totals: StockTotals[];
  /** Of the first window, those whose sales cost most first. */
  skus: SkuReport[];
  /** At the first window's end, those that bind the most money first. */
  slowMovers: SlowMover[];
};

/**
 * The purchase-sales-stock report of the windows: what opened, came, went and closed over the part, and
 * of the first window SKU by SKU, and what does not move. One statement that looks at each SKU once.
 * Days that have not begun are left out. A slow mover 滞销 is on hand and was not sold for `slowDays`
 * days, or never since it came.
 */
export async function readStockWindows(
  tx: MerchantTx,
  question: {
    merchantId: string;
    part: StockPart;
    windows: readonly [DayWindow, ...DayWindow[]];
    slowDays: number;
    /** How far the roll-up came, if it ever ran (findOpenDay). */
    open: OpenDay | null;
    now: Date;
    limit: number;
  },
): Promise<StockWindows> {
  const { merchantId, part, slowDays, open, now, limit } = question;
  const windows = question.windows.map((window) => begunPart(window, now));
  const isSlow = Prisma.sql`closing_units > 0
    and coalesce(last_sold_day, last_received_day, first_day) < to_day - ${slowDays}::int`;
  const named = Prisma.sql`k.id as "skuId", k.code,
    concat_ws(' ', p.title, nullif(k.option_name, '')) as title`;
  const ofSku = Prisma.sql`join sku k on k.merchant_id = ${merchantId}::uuid and k.id = w.sku_id
    join product p on p.merchant_id = k.merchant_id and p.id = k.product_id`;
  const [row] = await tx.$queryRaw<Row[]>`${plannedAnew}
    with ${skuWindows({ merchantId, part, windows, open })}
    select (
      select json_agg(t) from (
        select n, ${reportColumns((column) => `sum(${column})::text`)},
          sum(value_days_fen)::text as "valueDaysFen",
          count(*) filter (where carried_days > 0 or sold_units > 0) as "carriedSkus",
          count(*) filter (where sold_units > 0) as "soldSkus",
          sum(carried_days) as "carriedSkuDays", sum(empty_days) as "emptySkuDays",
          count(*) filter (where ${isSlow}) as "slowMovers"
        from sku_window group by n) t) as totals, (
      select json_agg(t) from (
        select ${named}, ${reportColumns((column) => `w.${column}::text`)},
          w.value_days_fen::text as "valueDaysFen"
        from (select * from sku_window where n = 1 and (carried_days > 0 or sold_units > 0)
          order by sold_fen desc, closing_fen desc, sku_id limit ${limit}) w ${ofSku}
        order by w.sold_fen desc, w.closing_fen desc, w.sku_id) t) as skus, (
      select json_agg(t) from (
        select ${named}, w.closing_units as units, w.closing_fen::text as fen,
          to_char(w.last_sold_day, 'YYYY-MM-DD') as "lastSoldDay",
          to_char(coalesce(w.last_sold_day, w.last_received_day, w.first_day), 'YYYY-MM-DD') as "stillSince"
        from (select * from sku_window where n = 1 and ${isSlow}
          order by closing_fen desc, sku_id limit ${limit}) w ${ofSku}
        order by w.closing_fen desc, w.sku_id) t) as slow`;
  return {
    totals: windows.map((window, at) => {
      const found = row?.totals?.find(({ n }) => n === at + 1);
      return toTotals(found ?? noStock, windowDays(window));
    }),
    skus: (row?.skus ?? []).map(toSkuReport),
    slowMovers: (row?.slow ?? []).map((slow) => toSlowMover(slow, windows[0]?.to ?? "")),
  };
}

/** A window up to the end of today; one that lies ahead is empty. */
function begunPart({ from, to }: DayWindow, now: Date): DayWindow {
  const tomorrow = addDays(shanghaiDay(now), 1);
  const end = to < tomorrow ? to : tomorrow;
  return { from: from < end ? from : end, to: end };
}

const noStock = {
  valueDaysFen: "0",
  carriedSkus: 0,
  soldSkus: 0,
  carriedSkuDays: 0,
  emptySkuDays: 0,
  slowMovers: 0,
};

function toTotals(row: ReportRow & Counts & { valueDaysFen: string }, days: number): StockTotals {
  const { carriedSkus, soldSkus, carriedSkuDays, emptySkuDays, slowMovers } = row;
  return {
    report: toStockReport(row),
    days,
    valueDaysFen: BigInt(row.valueDaysFen),
    carriedSkus,
    soldSkus,
    carriedSkuDays,
    emptySkuDays,
    slowMovers,
  };
}

function toSkuReport(row: NonNullable<Row["skus"]>[number]): SkuReport {
  const { skuId, code, title, valueDaysFen } = row;
  return { skuId, code, title, report: toStockReport(row), valueDaysFen: BigInt(valueDaysFen) };
}

function toSlowMover(row: NonNullable<Row["slow"]>[number], endDay: string): SlowMover {
  const { units, fen, stillSince, ...named } = row;
  return {
    ...named,
    onHand: { units, valueFen: BigInt(fen) },
    stillDays: countDays(stillSince, endDay) - 1,
  };
}
