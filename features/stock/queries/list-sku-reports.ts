import type { DayWindow } from "@/domain/metrics/window";
import type { Fen } from "@/domain/money/fen";
import { findRolledUntil } from "@/features/stock/queries/find-rolled-until";
import { type ReportRow, reportColumns, toReport } from "@/features/stock/queries/report-columns";
import { skuWindows } from "@/features/stock/queries/sku-windows";
import { begunPart } from "@/features/stock/queries/sum-stock";
import type { SkuReport, StockPart } from "@/features/stock/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

type Row = ReportRow & {
  skuId: string;
  code: string;
  title: string;
  valueDaysFen: Fen;
};

/** The purchase-sales-stock report SKU by SKU, those whose sales cost most first. */
export async function listSkuReports(
  tx: MerchantTx,
  question: {
    merchantId: string;
    part: StockPart;
    window: DayWindow;
    now: Date;
    limit: number;
    offset: number;
  },
): Promise<SkuReport[]> {
  const { merchantId, part, now, limit, offset } = question;
  const windows = [begunPart(question.window, now)];
  const rolledUntil = await findRolledUntil(tx, merchantId);
  const rows = await tx.$queryRaw<Row[]>`
    with ${skuWindows({ merchantId, part, windows, rolledUntil })},
    page as (
      select * from sku_window where carried_days > 0 or sold_units > 0
      order by sold_fen desc, closing_fen desc, sku_id limit ${limit} offset ${offset})
    select w.sku_id as "skuId", k.code, concat_ws(' ', p.title, nullif(k.option_name, '')) as title,
      ${reportColumns((column) => `w.${column}::bigint`)}, w.value_days_fen::bigint as "valueDaysFen"
    from page w
    join sku k on k.merchant_id = ${merchantId}::uuid and k.id = w.sku_id
    join product p on p.merchant_id = k.merchant_id and p.id = k.product_id
    order by w.sold_fen desc, w.closing_fen desc, w.sku_id`;
  return rows.map((row) => ({
    skuId: row.skuId,
    code: row.code,
    title: row.title,
    valueDaysFen: row.valueDaysFen,
    report: toReport(row),
  }));
}
