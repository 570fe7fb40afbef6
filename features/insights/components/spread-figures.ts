import type { Figure } from "@/domain/metrics/figure";
import type { Spread } from "@/features/insights/queries/read-spread";

export type WholeMetric = "k7" | "firstBrought" | "spreadDepth";

/** The figures that the forest of who brought whom gives for a window. */
export function spreadFigures({ k7, depths }: Spread): Record<WholeMetric, Figure> {
  const brought = depths.reduce((sum, people) => sum + people, 0);
  return {
    firstBrought: { unit: "count", value: brought },
    k7: { unit: "bps", value: k7.ok ? k7.kBps : null },
    spreadDepth: { unit: "count", value: depths.length },
  };
}
