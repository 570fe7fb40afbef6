import { STOCK_FLOWS } from "@/domain/stock/stock-report";
import { Prisma } from "@/prisma/generated/client";

const columns = ["opening", ...STOCK_FLOWS].flatMap((part) => [`${part}_units`, `${part}_fen`]);

/** The columns from which toStockReport makes a report, each put through `shape`. */
export function reportColumns(shape: (column: string) => string): Prisma.Sql {
  return Prisma.raw(columns.map((column) => `${shape(column)} as ${column}`).join(", "));
}
