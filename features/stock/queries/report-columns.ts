import { reportStock, STOCK_FLOWS, type StockReport } from "@/domain/stock/stock-report";
import { Prisma } from "@/prisma/generated/client";

const columns = ["opening", ...STOCK_FLOWS].flatMap((part) => [`${part}_units`, `${part}_fen`]);

/** The amounts of a report as a row holds them, by their column. */
export type ReportRow = Record<string, unknown>;

/** The columns from which toReport makes a report, each put through `shape`. */
export function reportColumns(shape: (column: string) => string): Prisma.Sql {
  return Prisma.raw(columns.map((column) => `${shape(column)} as ${column}`).join(", "));
}

/** The purchase-sales-stock report of a row; what is missing is 0. */
export function toReport(row: ReportRow): StockReport {
  const amount = (part: string) => ({
    units: Number(row[`${part}_units`] ?? 0),
    valueFen: BigInt(String(row[`${part}_fen`] ?? 0)),
  });
  return reportStock(
    amount("opening"),
    STOCK_FLOWS.map((flow) => ({ flow, ...amount(flow) })),
  );
}
