import { ratioBps } from "@/domain/metrics/compare";
import type { Figure } from "@/domain/metrics/figure";
import type { ShareGraph } from "@/features/insights/queries/ask-share-graph";

export type TreeMetric =
  | "treePeople"
  | "treeOrders"
  | "treeSales"
  | "treeDepth"
  | "treeBreadth"
  | "treeReshareRate"
  | "treeK7";

/** The figures of a part of the share tree: of everybody below the person, the link or the roots. */
export function shareTreeFigures({ start, hops }: ShareGraph): Record<TreeMetric, Figure> {
  const sum = (of: (hop: (typeof hops)[number]) => number) =>
    hops.reduce((all, hop) => all + of(hop), 0);
  const netFen = hops.reduce((all, hop) => all + hop.netFen, 0n);
  // Of a person the sums go on where the hops are no longer counted one by one.
  const person = start.kind === "person" ? start.person : null;
  const people = person?.belowPeople ?? sum((hop) => hop.people);
  return {
    treePeople: { unit: "count", value: people },
    treeOrders: { unit: "count", value: person?.belowOrders ?? sum((hop) => hop.orders) },
    treeSales: { unit: "fen", value: person?.belowFen ?? netFen },
    treeDepth: { unit: "count", value: person?.belowHops ?? hops.at(-1)?.hop ?? 0 },
    treeBreadth: { unit: "count", value: Math.max(0, ...hops.map((hop) => hop.people)) },
    treeReshareRate: {
      unit: "bps",
      value: ratioBps(
        sum((hop) => hop.sharers),
        sum((hop) => hop.people),
      ),
    },
    treeK7: {
      unit: "bps",
      value: ratioBps(
        sum((hop) => hop.dueChildren),
        sum((hop) => hop.duePeople),
      ),
    },
  };
}
