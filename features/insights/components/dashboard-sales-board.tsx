import { useTranslations } from "next-intl";
import { LineChart } from "@/components/charts/line-chart";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Panel } from "@/components/ui/panel";
import { measure } from "@/domain/metrics/metric-list";
import { drawnFigure } from "@/features/insights/components/board-figure";
import { BoardData, DataBehind } from "@/features/insights/components/dashboard-board-data";
import { MetricCards } from "@/features/insights/components/dashboard-metric-card";
import { MetricDefinition } from "@/features/insights/components/dashboard-metric-definition";
import { listBehind } from "@/features/insights/components/list-behind";
import {
  salesComparisonTable,
  salesPeriodTable,
} from "@/features/insights/components/sales-tables";
import type { SalesBoard, SalesMetric } from "@/features/insights/queries/ask-sales-board";
import { boardQuery, type ReadBoard } from "@/features/insights/schema";

const cards = [
  "netSales",
  "grossSales",
  "refundedSales",
  "paidOrders",
  "buyers",
  "units",
  "valuePerOrder",
  "refundedUnits",
] as const satisfies readonly SalesMetric[];

const csv = "/merchant/insights/csv";

/** Board 5: sales by day, week and month, against the window before and last year, and the month's pace. */
export function SalesBoardPanels({ board, request }: { board: SalesBoard; request: ReadBoard }) {
  const text = useTranslations("insights");
  const { typed } = request;
  const query = boardQuery(typed, { unit: board.unit });
  return (
    <>
      <MetricCards
        cards={cards.map((metric) => ({
          metric,
          figure: measure(metric, board.current),
          before: board.before ? measure(metric, board.before) : undefined,
          href: listBehind(metric, typed),
        }))}
      />
      <Panel
        title={text("metric.salesByPeriod.title")}
        corner={<MetricDefinition metric="salesByPeriod" />}
      >
        <LinkTabs
          label={text("sales.unitLabel")}
          tabs={board.units.map((unit) => ({
            href: `/merchant/insights/sales?${boardQuery(typed, { unit })}`,
            label: text(`sales.unit.${unit}`),
            isCurrent: unit === board.unit,
          }))}
        />
        <SalesChart board={board} request={request} />
        <DataBehind
          table={salesPeriodTable(board, text, request)}
          csvHref={`${csv}/sales-periods?${query}`}
        />
      </Panel>
      <MonthPace board={board} request={request} />
      <Panel title={text("sales.comparison")}>
        <BoardData
          table={salesComparisonTable(board, text, request)}
          csvHref={`${csv}/sales-comparison?${query}`}
        />
      </Panel>
    </>
  );
}

function SalesChart({ board, request }: { board: SalesBoard; request: ReadBoard }) {
  const text = useTranslations("insights");
  const net = (measures: SalesBoard["current"]) => drawnFigure(measure("netSales", measures));
  const isEmpty = [board.current, board.before].every(
    (one) => !one || (one.figures.orders === 0 && one.figures.refunds === 0),
  );
  if (isEmpty) return <p className="text-sm text-ink-faint">{text("emptyTable")}</p>;
  const before = board.before && {
    key: "before",
    label: text(`compare.${request.comparison}`),
    color: "var(--color-edge)",
    isDashed: true,
  };
  return (
    <LineChart
      label={text("sales.chart")}
      unit="fen"
      lines={[
        ...(before ? [before] : []),
        { key: "now", label: text("metric.netSales.title"), color: "var(--color-series-1)" },
      ]}
      rows={board.periods.map(({ period, measures, before: earlier }) => ({
        name: board.unit === "day" ? period.key.slice(5) : period.key,
        now: net(measures),
        ...(earlier ? { before: net(earlier) } : {}),
      }))}
    />
  );
}

function MonthPace({ board, request }: { board: SalesBoard; request: ReadBoard }) {
  const text = useTranslations("insights");
  const { soFar, lastMonth, projected } = board.pace;
  const month = { ...request.typed, window: "this_month" };
  return (
    <Panel title={text("sales.pace")} hint={text("sales.paceHint")}>
      <MetricCards
        cards={[
          {
            metric: "netSales",
            figure: measure("netSales", soFar),
            before: measure("netSales", lastMonth),
            href: listBehind("netSales", month),
          },
          { metric: "monthPace", figure: projected, href: listBehind("monthPace", month) },
        ]}
      />
    </Panel>
  );
}
