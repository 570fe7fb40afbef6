import { reasonsOfFlow } from "@/domain/stock/movement-reason";
import { STOCK_FLOWS, type StockFlow } from "@/domain/stock/stock-report";
import { Prisma } from "@/prisma/generated/client";

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
        coalesce(${way} * sum(delta) filter (where ${isOfFlow(flow)}), 0)::bigint as ${column}_units,
        coalesce(${way} * sum(value_fen) filter (where ${isOfFlow(flow)}), 0)::bigint as ${column}_fen`;
    }),
  );
}
