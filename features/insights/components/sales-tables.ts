import type { Figure } from "@/domain/metrics/figure";
import { samePeriodLastYear } from "@/domain/metrics/last-year";
import { measure } from "@/domain/metrics/metric-list";
import { listPeriods } from "@/domain/metrics/window-periods";
import { figureChange } from "@/features/insights/components/board-figure";
import type {
  BoardCell,
  BoardTable,
  InsightText,
} from "@/features/insights/components/board-table";
import { inDays, openingTo } from "@/features/insights/components/list-behind";
import type { SalesBoard, SalesMetric } from "@/features/insights/queries/ask-sales-board";
import type { ReadBoard } from "@/features/insights/schema";

const metrics = [
  "netSales",
  "grossSales",
  "refundedSales",
  "paidOrders",
  "units",
  "buyers",
] as const satisfies readonly SalesMetric[];

const right = { align: "right" } as const;

/** Sales by day, week or month; the net sales of the window compared with beside them. */
export function salesPeriodTable(
  { periods, unit, before }: SalesBoard,
  text: InsightText,
  { typed, compare }: Pick<ReadBoard, "typed" | "compare">,
): BoardTable {
  const earlierPeriods = compare ? listPeriods(compare, unit) : [];
  return {
    caption: text("metric.salesByPeriod.title"),
    columns: [
      { key: "period", label: text(`sales.unit.${unit}`) },
      ...metrics.map((metric) => ({
        key: metric,
        label: text(`metric.${metric}.title`),
        ...right,
      })),
      ...(before ? [{ key: "before", label: text("sales.netBefore"), ...right }] : []),
    ],
    rows: periods.map(({ period, measures, before: earlier }, at) => {
      const own = inDays(typed, period);
      const cells: Record<string, BoardCell> = {
        period: period.whole ? period.key : text("sales.partOf", { period: period.key }),
        before: earlier
          ? openingTo("netSales", earlier, inDays(typed, earlierPeriods[at] ?? period))
          : "",
      };
      for (const metric of metrics) cells[metric] = openingTo(metric, measures, own);
      return { key: period.from, cells };
    }),
  };
}

/** Each figure of the window beside the window before and the same period last year. */
export function salesComparisonTable(
  { current, before, lastYear }: SalesBoard,
  text: InsightText,
  { typed, window, compare }: Pick<ReadBoard, "typed" | "window" | "compare">,
): BoardTable {
  const yearDays = samePeriodLastYear(window);
  const change = (now: Figure, then: Figure) => {
    const found = figureChange(now, then);
    if (!found) return { shown: "—", plain: "" };
    const plain = found.text.replace(/[+%]/g, "");
    return { shown: `${found.text}${found.isPoints ? text("points") : ""}`, plain };
  };
  const shown: readonly SalesMetric[] = [
    ...metrics,
    "refundedUnits",
    "valuePerOrder",
    "valuePerBuyer",
  ];
  return {
    caption: text("sales.comparison"),
    columns: [
      { key: "metric", label: text("sales.figure") },
      { key: "current", label: text("sales.current"), ...right },
      ...(before
        ? [
            { key: "before", label: text("sales.before"), ...right },
            { key: "change", label: text("sales.change"), ...right },
          ]
        : []),
      { key: "lastYear", label: text("compare.last_year"), ...right },
      { key: "yearChange", label: text("sales.change"), ...right },
    ],
    rows: shown.map((metric) => {
      const now = measure(metric, current);
      const then = before ? measure(metric, before) : null;
      const year = measure(metric, lastYear);
      return {
        key: metric,
        cells: {
          metric: text(`metric.${metric}.title`),
          current: openingTo(metric, current, typed),
          before: before && compare ? openingTo(metric, before, inDays(typed, compare)) : "",
          change: then ? change(now, then) : "",
          lastYear: openingTo(metric, lastYear, inDays(typed, yearDays)),
          yearChange: change(now, year),
        },
      };
    }),
  };
}
