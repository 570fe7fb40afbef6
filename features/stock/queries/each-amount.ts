import { STOCK_FLOWS } from "@/domain/stock/stock-report";
import { Prisma } from "@/prisma/generated/client";

/** The amounts of a stock_day that add up from day to day, as they stand in the database. */
const amounts = STOCK_FLOWS.flatMap((flow) => [`${flow}_units`, `${flow}_fen`]);

/** The amounts' names, each put through `shape`, with commas between. */
export function eachAmount(shape: (column: string) => string): Prisma.Sql {
  return Prisma.raw(amounts.map(shape).join(", "));
}
