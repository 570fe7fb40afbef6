import type { Figure } from "@/domain/metrics/figure";
import { type MeasuredMetric, measure } from "@/domain/metrics/metric-list";
import { figureChange } from "@/features/insights/components/board-figure";
import type {
  BoardCell,
  BoardTable,
  InsightText,
} from "@/features/insights/components/board-table";
import type { SalesBoard } from "@/features/insights/queries/ask-sales-board";

const metrics = [
  "netSales",
  "grossSales",
  "refundedSales",
  "paidOrders",
  "units",
  "buyers",
] as const satisfies readonly MeasuredMetric[];

const right = { align: "right" } as const;

/** Sales by day, week or month; the net sales of the window compared with beside them. */
export function salesPeriodTable(
  { periods, unit, before }: SalesBoard,
  text: InsightText,
  hrefOf: (from: string, to: string) => string,
): BoardTable {
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
    rows: periods.map(({ period, measures, before: earlier }) => {
      const cells: Record<string, BoardCell> = {
        period: {
          of: period.whole ? period.key : text("sales.partOf", { period: period.key }),
          href: hrefOf(period.from, period.to),
        },
        before: earlier ? measure("netSales", earlier) : "",
      };
      for (const metric of metrics) cells[metric] = measure(metric, measures);
      return { key: period.from, cells };
    }),
  };
}

/** Each figure of the window beside the window before and the same period last year. */
export function salesComparisonTable(
  { current, before, lastYear }: SalesBoard,
  text: InsightText,
): BoardTable {
  const change = (now: Figure, then: Figure) => {
    const found = figureChange(now, then);
    if (!found) return { shown: "—", plain: "" };
    const plain = found.text.replace(/[+%]/g, "");
    return { shown: `${found.text}${found.isPoints ? text("points") : ""}`, plain };
  };
  const shown: readonly MeasuredMetric[] = [
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
          current: now,
          before: then ?? "",
          change: then ? change(now, then) : "",
          lastYear: year,
          yearChange: change(now, year),
        },
      };
    }),
  };
}
