import type { Figures } from "@/domain/metrics/measures";
import { figureColumns } from "@/features/insights/queries/figure-columns";

/** The figures of a slice in which nothing happened. */
export function noFigures(): Figures {
  const zeros = figureColumns.map(({ name, type }) => [name, type === "bigint" ? 0n : 0]);
  return Object.fromEntries(zeros);
}
