import { STOCK_FLOWS } from "@/domain/stock/stock-report";
import { Prisma } from "@/prisma/generated/client";

/** What is there after all flows: units or value of a row by its table's alias. */
export function closingOf(alias: string, unit: "units" | "fen"): Prisma.Sql {
  const [received, sold, returned, adjusted] = STOCK_FLOWS.map(
    (flow) => `${alias}.${flow}_${unit}`,
  );
  return Prisma.raw(`(${received} - ${sold} + ${returned} + ${adjusted})`);
}
