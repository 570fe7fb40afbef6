import { useFormatter, useTranslations } from "next-intl";
import { FunnelChart } from "@/components/charts/funnel-chart";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { ratioBps } from "@/domain/metrics/compare";
import { knownMeasures } from "@/domain/metrics/known-measures";
import { type MeasuredMetric, measure } from "@/domain/metrics/metric-list";
import { writeFigure } from "@/features/insights/components/board-figure";
import { BoardData, DataBehind } from "@/features/insights/components/dashboard-board-data";
import {
  type MetricCardContent,
  MetricCards,
} from "@/features/insights/components/dashboard-metric-card";
import { MetricDefinition } from "@/features/insights/components/dashboard-metric-definition";
import { OneDistributorPanels } from "@/features/insights/components/dashboard-one-distributor";
import { stageTable, standingsTable } from "@/features/insights/components/distributors-tables";
import type {
  AllDistributors,
  DistributorsBoard,
} from "@/features/insights/queries/ask-distributors-board";
import {
  STANDING_ORDERS,
  type StandingOrder,
} from "@/features/insights/queries/figures-of-distributors";
import type { DistributorSums } from "@/features/insights/queries/read-distributor-days";
import { boardQuery, type ReadBoard, type TypedBoard } from "@/features/insights/schema";
import { formatBps } from "@/lib/i18n/format-bps";

const measured = [
  "netSales",
  "paidOrders",
  "openings",
  "commissionLevel1",
  "commissionLevel2",
  "earningsPerClick",
  "refundedSalesRate",
] as const satisfies readonly MeasuredMetric[];

/** The leaderboard that a figure of all distributors opens to. */
const orderOf: Partial<Record<MeasuredMetric, StandingOrder>> = {
  paidOrders: "paidOrders",
  openings: "openings",
  commissionLevel1: "commissionPromised",
  commissionLevel2: "commissionPromised",
  earningsPerClick: "openings",
};

const csv = "/merchant/insights/csv";

/** Board 12: what distributors bring, who leads, how far they have come; or one of them. */
export function DistributorsBoardPanels({
  board,
  request,
}: {
  board: DistributorsBoard;
  request: ReadBoard;
}) {
  const text = useTranslations("insights");
  if (board.kind === "one") return <OneDistributorPanels board={board} request={request} />;
  if (board.kind === "unknown") return <Notice tone="warn">{text("distributors.unknown")}</Notice>;
  const { typed } = request;
  return (
    <>
      <MetricCards cards={sumCards(board, typed)} />
      <Leaderboard board={board} typed={typed} />
      <Panel
        title={text("metric.distributorLifeCycle.title")}
        hint={text("distributors.stagesHint")}
        corner={<MetricDefinition metric="distributorLifeCycle" />}
      >
        <Stages board={board} />
        <DataBehind
          table={stageTable(board, text)}
          csvHref={`${csv}/distributor-stages?${boardQuery(typed)}`}
        />
      </Panel>
    </>
  );
}

function sumCards({ current, before }: AllDistributors, typed: TypedBoard): MetricCardContent[] {
  const of = ({ newBuyers: _new, ...sums }: DistributorSums) => knownMeasures(sums);
  const cards: MetricCardContent[] = measured.map((metric) => ({
    metric,
    figure: measure(metric, of(current)),
    before: before ? measure(metric, of(before)) : undefined,
    href: orderHref(typed, orderOf[metric] ?? "netSales"),
  }));
  cards.splice(3, 0, {
    metric: "newBuyers",
    figure: { unit: "count", value: current.newBuyers },
    before: before ? { unit: "count", value: before.newBuyers } : undefined,
    href: orderHref(typed, "newBuyers"),
  });
  return cards;
}

function orderHref(typed: TypedBoard, order: StandingOrder): string {
  return `/merchant/insights/distributors?${boardQuery(typed, { order })}#standings`;
}

function Leaderboard({ board, typed }: { board: AllDistributors; typed: TypedBoard }) {
  const text = useTranslations("insights");
  const format = useFormatter();
  const { rankedAt } = board.standings;
  const orders = Object.keys(STANDING_ORDERS) as StandingOrder[];
  const hint = rankedAt
    ? text("distributors.rankedAt", {
        time: format.dateTime(rankedAt, { dateStyle: "short", timeStyle: "short" }),
      })
    : text("distributors.rankedNow");
  return (
    <div id="standings">
      <Panel
        title={text("metric.distributorStandings.title")}
        hint={hint}
        corner={<MetricDefinition metric="distributorStandings" />}
      >
        <LinkTabs
          label={text("distributors.orderLabel")}
          tabs={orders.map((order) => ({
            href: orderHref(typed, order),
            label: text(`metric.${order}.title`),
            isCurrent: order === board.order,
          }))}
        />
        <BoardData
          table={standingsTable(board, text, typed)}
          csvHref={`${csv}/distributor-standings?${boardQuery(typed, { order: board.order })}`}
        />
      </Panel>
    </div>
  );
}

function Stages({ board: { stages } }: { board: AllDistributors }) {
  const text = useTranslations("insights");
  if (stages.every(({ distributors }) => distributors === 0)) {
    return <p className="text-sm text-ink-faint">{text("distributors.nobody")}</p>;
  }
  return (
    <FunnelChart
      label={text("metric.distributorLifeCycle.title")}
      steps={stages.map(({ stage, distributors }, at) => {
        const previous = stages[at - 1]?.distributors ?? 0;
        const bps = ratioBps(distributors, previous);
        return {
          key: stage,
          label: text(`distributors.stages.${stage}`),
          people: distributors,
          value: writeFigure({ unit: "count", value: distributors }),
          href: "/merchant/distributors",
          ...(at > 0 ? { ofPrevious: formatBps(bps) } : {}),
        };
      })}
    />
  );
}
