import type { Figures } from "@/domain/metrics/measures";
import { figureColumns } from "@/features/insights/queries/figure-columns";
import { Prisma } from "@/prisma/generated/client";

const ofOrders = figureColumns.filter(({ source }) => source !== "clicks" && source !== "events");

/**
 * The figures of an order or refund as a list of columns, each named as in Figures: always all of them and in
 * the same order, so that rows of both kinds can stand in one list. What is not known is 0.
 */
export function orderFigureList(known: Partial<Record<keyof Figures, Prisma.Sql>>): Prisma.Sql {
  return Prisma.join(
    ofOrders.map(({ name, type }) => {
      const value = known[name] ?? Prisma.sql`0`;
      return Prisma.sql`coalesce(${value}, 0)::${Prisma.raw(type)} as ${Prisma.raw(`"${name}"`)}`;
    }),
  );
}
