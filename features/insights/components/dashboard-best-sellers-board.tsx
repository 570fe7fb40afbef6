import { useTranslations } from "next-intl";
import { QuadrantChart } from "@/components/charts/quadrant-chart";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Panel } from "@/components/ui/panel";
import type { MeasuredMetric } from "@/domain/metrics/metric-list";
import { quantile } from "@/domain/metrics/quantile";
import {
  bestSellersTable,
  classesTable,
  ofProduct,
} from "@/features/insights/components/best-seller-tables";
import { writeFigure } from "@/features/insights/components/board-figure";
import { BoardData } from "@/features/insights/components/dashboard-board-data";
import { MetricCards } from "@/features/insights/components/dashboard-metric-card";
import { MetricDefinition } from "@/features/insights/components/dashboard-metric-definition";
import { listBehind } from "@/features/insights/components/list-behind";
import type { BestSellersBoard } from "@/features/insights/queries/ask-best-sellers-board";
import {
  BEST_SELLER_ORDERS,
  type BestSellerOrder,
  boardQuery,
  type ReadBoard,
} from "@/features/insights/schema";

const cards = [
  "netSales",
  "units",
  "grossProfit",
  "margin",
] as const satisfies readonly MeasuredMetric[];
const csv = "/merchant/insights/csv";

/** Board 6: what sells best and leaves most, what rises and falls. */
export function BestSellersBoardPanels({
  board,
  request,
  order,
}: {
  board: BestSellersBoard;
  request: ReadBoard;
  order: BestSellerOrder;
}) {
  const text = useTranslations("insights");
  const { typed } = request;
  return (
    <>
      <MetricCards
        cards={cards.map((metric) => ({
          metric,
          figure: ofProduct(metric, { figures: board.whole }),
          before: board.before ? ofProduct(metric, { figures: board.before }) : undefined,
          href: listBehind(metric, typed),
        }))}
      />
      <Panel title={text("bestSellers.list")} hint={text("bestSellers.listHint")}>
        <LinkTabs
          label={text("products.orderLabel")}
          tabs={BEST_SELLER_ORDERS.map((one) => ({
            href: `/merchant/insights/best-sellers?${boardQuery(typed, { order: one })}`,
            label: text(`bestSellers.order.${one}`),
            isCurrent: one === order,
          }))}
        />
        <BoardData
          table={bestSellersTable(board, text, typed)}
          csvHref={`${csv}/best-sellers?${boardQuery(typed, { order })}`}
        />
      </Panel>
      <Panel title={text("metric.abcClass.title")} corner={<MetricDefinition metric="abcClass" />}>
        <BoardData
          table={classesTable(board, text)}
          csvHref={`${csv}/abc-classes?${boardQuery(typed)}`}
        />
      </Panel>
      <Panel title={text("bestSellers.quadrants")} hint={text("bestSellers.quadrantsHint")}>
        <Quadrants board={board} request={request} />
      </Panel>
    </>
  );
}

/** Margin against units: the middle is the median product, so that each side has half of them. */
function Quadrants({ board, request }: { board: BestSellersBoard; request: ReadBoard }) {
  const text = useTranslations("insights");
  const points = board.rows.flatMap((row) => {
    const margin = ofProduct("margin", row);
    if (margin.value === null) return [];
    const units = ofProduct("units", row);
    const title = `${row.title}: ${writeFigure(units)}, ${writeFigure(margin)}`;
    const href = listBehind("units", { ...request.typed, slice: `product:${row.key}` });
    return [
      {
        key: row.key,
        label: row.title,
        title,
        x: row.figures.units,
        y: Number(margin.value),
        href,
      },
    ];
  });
  if (points.length < 2) return <p className="text-sm text-ink-faint">{text("emptyTable")}</p>;
  const middle = (values: number[]) => quantile(values, 5_000) ?? 0;
  return (
    <QuadrantChart
      label={text("bestSellers.quadrants")}
      points={points}
      middle={{ x: middle(points.map(({ x }) => x)), y: middle(points.map(({ y }) => y)) }}
      axes={{ x: text("metric.units.title"), y: text("metric.margin.title") }}
      fields={{
        highHigh: text("bestSellers.field.highHigh"),
        highLow: text("bestSellers.field.highLow"),
        lowHigh: text("bestSellers.field.lowHigh"),
        lowLow: text("bestSellers.field.lowLow"),
      }}
    />
  );
}
