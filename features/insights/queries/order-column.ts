import type { Figures } from "@/domain/metrics/measures";
import { figureColumns } from "@/features/insights/queries/figure-columns";
import { Prisma } from "@/prisma/generated/client";

/** What the parts can be ordered by: a figure, or one that is made of several. */
export type SliceOrder = keyof Figures | "netFen" | "grossProfitFen" | "commissionFen";

const made: Partial<Record<SliceOrder, string>> = {
  netFen: "gross_fen - refund_fen",
  commissionFen: "commission1_fen + commission2_fen",
  grossProfitFen:
    "(gross_fen - uncosted_fen) - (refund_fen - uncosted_back_fen) - (cost_fen - returned_cost_fen)",
};

/** The column or formula of an order. */
export function orderColumn(order: SliceOrder): Prisma.Sql {
  const column = figureColumns.find(({ name }) => name === order)?.column;
  return Prisma.raw(made[order] ?? column ?? order);
}
