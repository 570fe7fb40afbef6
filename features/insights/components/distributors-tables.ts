import { ratioBps } from "@/domain/metrics/compare";
import { knownMeasures } from "@/domain/metrics/known-measures";
import type { Measures } from "@/domain/metrics/measures";
import type {
  BoardCell,
  BoardTable,
  InsightText,
} from "@/features/insights/components/board-table";
import { newBuyersCell, openingTo } from "@/features/insights/components/list-behind";
import type { AllDistributors } from "@/features/insights/queries/ask-distributors-board";
import type { Standing } from "@/features/insights/queries/list-standings";
import { boardQuery, type TypedBoard } from "@/features/insights/schema";

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
  typed: TypedBoard,
): BoardTable {
  return {
    caption: text("metric.distributorStandings.title"),
    columns: [
      { key: "place", label: text("distributors.place"), wideOnly: true },
      { key: "name", label: text("slice.distributor") },
      ...shown.map((metric) => ({ key: metric, label: text(`metric.${metric}.title`), ...right })),
    ],
    rows: standings.rows.map((row, at) => {
      const measures = standingMeasures(row);
      const own = { ...typed, slice: `distributor:${row.distributorId}` };
      const cells: Record<string, BoardCell> = {
        place: String(at + 1),
        name: { of: row.name, href: `/merchant/insights/distributors?${boardQuery(own)}` },
      };
      for (const metric of shown) {
        cells[metric] =
          metric === "newBuyers"
            ? newBuyersCell(row.newBuyers, own)
            : openingTo(metric, measures, own);
      }
      return { key: row.distributorId, cells };
    }),
  };
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
