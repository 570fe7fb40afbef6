import { reportStock, STOCK_FLOWS, type StockReport } from "@/domain/stock/stock-report";

/** The amounts of a report as a row holds them, by their column. */
export type ReportRow = Record<string, unknown>;

/** The purchase-sales-stock report of a row; what is missing is 0. */
export function toStockReport(row: ReportRow): StockReport {
  const amount = (part: string) => ({
    units: Number(row[`${part}_units`] ?? 0),
    valueFen: BigInt(String(row[`${part}_fen`] ?? 0)),
  });
  return reportStock(
    amount("opening"),
    STOCK_FLOWS.map((flow) => ({ flow, ...amount(flow) })),
  );
}
