import { ratioBps } from "@/domain/metrics/compare";
import { knownMeasures } from "@/domain/metrics/known-measures";
import type { Measures } from "@/domain/metrics/measures";
import { type MeasuredMetric, measure } from "@/domain/metrics/metric-list";
import type {
  BoardCell,
  BoardTable,
  InsightText,
} from "@/features/insights/components/board-table";
import type { AllDistributors } from "@/features/insights/queries/ask-distributors-board";
import type { Standing } from "@/features/insights/queries/list-standings";

const right = { align: "right" } as const;

/** In the order of the columns; new customers stand between visitors and buyers. */
const shown = [
  "openings",
  "visitors",
  "newBuyers",
  "buyers",
  "paidOrders",
  "netSales",
  "commissionLevel1",
  "commissionLevel2",
  "earningsPerClick",
  "refundedSalesRate",
] as const;

/** The metrics of a row of the leaderboard. */
function standingMeasures({ visitors, buyers, ...figures }: Omit<Standing, "name">): Measures {
  const { distributorId: _id, newBuyers: _new, ...sums } = figures;
  return knownMeasures(sums, { visitors, buyers });
}

/** The first distributors of the window by the chosen figure. */
export function standingsTable(
  { standings }: AllDistributors,
  text: InsightText,
  hrefOf: (distributorId: string) => string,
): BoardTable {
  return {
    caption: text("metric.distributorStandings.title"),
    columns: [
      { key: "place", label: text("distributors.place") },
      { key: "name", label: text("slice.distributor") },
      ...shown.map((metric) => ({ key: metric, label: text(`metric.${metric}.title`), ...right })),
    ],
    rows: standings.rows.map((row, at) => {
      const measures = standingMeasures(row);
      const cells: Record<string, BoardCell> = {
        place: String(at + 1),
        name: { of: row.name, href: hrefOf(row.distributorId) },
      };
      for (const metric of shown) cells[metric] = cellOf(metric, row, measures);
      return { key: row.distributorId, cells };
    }),
  };
}

function cellOf(
  metric: MeasuredMetric | "newBuyers",
  row: Standing,
  measures: Measures,
): BoardCell {
  if (metric === "newBuyers") return { unit: "count", value: row.newBuyers };
  return measure(metric, measures);
}

/** How many distributors reached each stage of their life. */
export function stageTable({ stages }: AllDistributors, text: InsightText): BoardTable {
  return {
    caption: text("metric.distributorLifeCycle.title"),
    columns: [
      { key: "stage", label: text("distributors.stage") },
      { key: "distributors", label: text("distributors.reached"), ...right },
      { key: "ofPrevious", label: text("distributors.ofPrevious"), ...right },
    ],
    rows: stages.map(({ stage, distributors }, at) => {
      const previous = stages[at - 1];
      return {
        key: stage,
        cells: {
          stage: text(`distributors.stages.${stage}`),
          distributors: { unit: "count", value: distributors },
          ofPrevious: {
            unit: "bps",
            value: previous ? ratioBps(distributors, previous.distributors) : null,
          },
        },
      };
    }),
  };
}
