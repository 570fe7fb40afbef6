import { useTranslations } from "next-intl";
import { FunnelChart } from "@/components/charts/funnel-chart";
import { HeatMap } from "@/components/charts/heat-map";
import { Panel } from "@/components/ui/panel";
import type { Figure } from "@/domain/metrics/figure";
import { measure } from "@/domain/metrics/metric-list";
import { REPURCHASE_DAYS } from "@/domain/metrics/repurchase";
import { writeFigure } from "@/features/insights/components/board-figure";
import { DataBehind } from "@/features/insights/components/dashboard-board-data";
import {
  type MetricCardContent,
  MetricCards,
} from "@/features/insights/components/dashboard-metric-card";
import { MetricDefinition } from "@/features/insights/components/dashboard-metric-definition";
import { listBehind } from "@/features/insights/components/list-behind";
import {
  funnelSteps,
  funnelTable,
  repurchaseHref,
  repurchaseTable,
} from "@/features/insights/components/purchase-tables";
import type { PurchaseBoard, PurchaseMetric } from "@/features/insights/queries/ask-purchase-board";
import type { Repurchase } from "@/features/insights/queries/ask-repurchases";
import { boardQuery, type ReadBoard } from "@/features/insights/schema";
import { formatBps } from "@/lib/i18n/format-bps";

const measured = [
  "paidOrders",
  "units",
  "grossSales",
  "netSales",
  "buyers",
  "valuePerOrder",
  "valuePerBuyer",
  "unitsPerOrder",
  "conversion",
  "repurchaseRate",
] as const satisfies readonly PurchaseMetric[];

const csv = "/merchant/insights/csv";

/** Board 4: how far visitors get, what buyers spend, and how soon they come back. */
export function PurchaseBoardPanels({
  board,
  request,
}: {
  board: PurchaseBoard;
  request: ReadBoard;
}) {
  const text = useTranslations("insights");
  const { current, before, repurchase, repurchaseBefore } = board;
  const { typed } = request;
  const query = boardQuery(typed);
  const cards: MetricCardContent[] = measured.map((metric) => ({
    metric,
    figure: measure(metric, current),
    before: before ? measure(metric, before) : undefined,
    href: listBehind(metric, typed),
  }));
  if (repurchase) {
    cards.push({
      metric: "medianDaysBetweenOrders",
      figure: medianOf(repurchase),
      before: repurchaseBefore ? medianOf(repurchaseBefore) : undefined,
      href: `/merchant/insights/repurchase?${boardQuery({ ...typed, slice: "" }, { list: "gaps" })}`,
    });
  }
  return (
    <>
      <MetricCards cards={cards} />
      <Panel
        title={text("metric.purchaseFunnel.title")}
        corner={<MetricDefinition metric="purchaseFunnel" />}
      >
        <Funnel board={board} request={request} />
        <DataBehind
          table={funnelTable(current, before, text, (metric) => listBehind(metric, typed))}
          csvHref={`${csv}/purchase-funnel?${query}`}
        />
      </Panel>
      <Panel
        title={text("metric.cohortRepurchase.title")}
        corner={<MetricDefinition metric="cohortRepurchase" />}
      >
        {repurchase ? (
          <>
            <RepurchaseMap repurchase={repurchase} />
            <DataBehind
              table={repurchaseTable(repurchase, text, request.window)}
              csvHref={`${csv}/repurchase?${query}`}
            />
          </>
        ) : (
          <p className="text-sm text-ink-faint">{text("purchase.wholeShopOnly")}</p>
        )}
      </Panel>
    </>
  );
}

function medianOf({ medianDaysTwice }: Repurchase): Figure {
  return { unit: "halves", value: medianDaysTwice };
}

function Funnel({ board, request }: { board: PurchaseBoard; request: ReadBoard }) {
  const text = useTranslations("insights");
  const steps = funnelSteps(board.current);
  if (steps.every(({ people }) => people === 0)) {
    return <p className="text-sm text-ink-faint">{text("emptyTable")}</p>;
  }
  return (
    <FunnelChart
      label={text("metric.purchaseFunnel.title")}
      steps={steps.map((step, at) => ({
        key: step.metric,
        label: text(`metric.${step.metric}.title`),
        people: step.people,
        value: writeFigure({ unit: "count", value: step.people }),
        href: listBehind(step.metric, request.typed),
        ...(at > 0
          ? { ofPrevious: text("purchase.goOn", { share: formatBps(step.ofPreviousBps) }) }
          : {}),
      }))}
    />
  );
}

function RepurchaseMap({ repurchase }: { repurchase: Repurchase }) {
  const text = useTranslations("insights");
  const { whole, months } = repurchase;
  if (months.length === 0) return <p className="text-sm text-ink-faint">{text("emptyTable")}</p>;
  const cohorts = [whole, ...months];
  return (
    <HeatMap
      caption={text("metric.cohortRepurchase.title")}
      heads={[
        text("purchase.firstOrderIn"),
        text("purchase.people"),
        ...REPURCHASE_DAYS.map((days) => text("purchase.withinDays", { days })),
      ]}
      rows={cohorts.map((cohort) => ({
        key: cohort.key,
        label: cohort === whole ? text("purchase.wholeWindow") : cohort.key,
        size: writeFigure({ unit: "count", value: cohort.buyers }),
        cells: cohort.spans.map(({ rateBps, buyers, returned, isOver }, at) => ({
          strength: rateBps === null ? null : rateBps / 10_000,
          value: formatBps(rateBps),
          title: text("purchase.cell", { returned, buyers }),
          isOpen: !isOver,
          href: repurchaseHref(cohort.days, REPURCHASE_DAYS[at]),
        })),
      }))}
    />
  );
}
