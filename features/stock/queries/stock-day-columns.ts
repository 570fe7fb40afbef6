import { reasonsOfFlow } from "@/domain/stock/movement-reason";
import { STOCK_FLOWS, type StockFlow } from "@/domain/stock/stock-report";
import { Prisma } from "@/prisma/generated/client";

/** The amounts of a stock_day that add up from day to day, as they stand in the database. */
const amounts = STOCK_FLOWS.flatMap((flow) => [`${flow}_units`, `${flow}_fen`]);

const wayOf = { received: 1, sold: -1, returned: 1, adjusted: 1 } as const;

/** Whether a movement of this reason counts as the flow. */
function isOfFlow(flow: StockFlow): Prisma.Sql {
  const named = STOCK_FLOWS.flatMap((one) => (one === "adjusted" ? [] : reasonsOfFlow(one)));
  return flow === "adjusted"
    ? Prisma.sql`reason <> all(${named})`
    : Prisma.sql`reason = any(${reasonsOfFlow(flow)})`;
}

/** Sums of movements as the amounts of a day: what was sold counts above 0. */
export function sumMovements(): Prisma.Sql {
  return Prisma.join(
    STOCK_FLOWS.map((flow) => {
      const way = Prisma.raw(String(wayOf[flow]));
      const column = Prisma.raw(flow);
      return Prisma.sql`
        coalesce(${way} * sum(delta) filter (where ${isOfFlow(flow)}), 0) as ${column}_units,
        coalesce(${way} * sum(value_fen) filter (where ${isOfFlow(flow)}), 0) as ${column}_fen`;
    }),
  );
}

/** The amounts' names, each put through `shape`, with commas between. */
export function eachAmount(shape: (column: string) => string): Prisma.Sql {
  return Prisma.raw(amounts.map(shape).join(", "));
}

/** What is there after all flows: units or value of a row by its table's alias. */
export function closingOf(alias: string, unit: "units" | "fen"): Prisma.Sql {
  const [received, sold, returned, adjusted] = STOCK_FLOWS.map(
    (flow) => `${alias}.${flow}_${unit}`,
  );
  return Prisma.raw(`(${received} - ${sold} + ${returned} + ${adjusted})`);
}
