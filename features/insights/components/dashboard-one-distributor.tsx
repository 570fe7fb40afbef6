import Link from "next/link";
import { useTranslations } from "next-intl";
import { DefinitionList } from "@/components/ui/definition-list";
import { Panel } from "@/components/ui/panel";
import { type MeasuredMetric, measure } from "@/domain/metrics/metric-list";
import {
  type MetricCardContent,
  MetricCards,
} from "@/features/insights/components/dashboard-metric-card";
import { MetricDefinition } from "@/features/insights/components/dashboard-metric-definition";
import { listBehind } from "@/features/insights/components/list-behind";
import { sharePersonHref } from "@/features/insights/components/share-tree-tables";
import type { OneDistributor } from "@/features/insights/queries/ask-distributors-board";
import type { ReadBoard } from "@/features/insights/schema";

const measured = [
  "openings",
  "visitors",
  "buyers",
  "paidOrders",
  "netSales",
  "commissionLevel1",
  "commissionLevel2",
  "commissionTakenBack",
  "earningsPerClick",
  "refundedSalesRate",
  "conversion",
] as const satisfies readonly MeasuredMetric[];

/** One distributor: the same figures of their own links and orders, and how far they have come. */
export function OneDistributorPanels({
  board,
  request,
}: {
  board: OneDistributor;
  request: ReadBoard;
}) {
  const text = useTranslations("insights");
  const { distributor, current, before } = board;
  const { typed } = request;
  const cards: MetricCardContent[] = measured.map((metric) => ({
    metric,
    figure: measure(metric, current),
    before: before ? measure(metric, before) : undefined,
    href: listBehind(metric, typed),
  }));
  cards.splice(2, 0, {
    metric: "newBuyers",
    figure: { unit: "count", value: board.newBuyers },
    before:
      board.newBuyersBefore === null ? undefined : { unit: "count", value: board.newBuyersBefore },
    href: listBehind("newBuyers", typed),
  });
  const none = "—";
  return (
    <>
      <Panel
        title={distributor.name}
        hint={text("distributors.isAt", {
          stage: text(`distributors.stages.${distributor.stage}`),
        })}
        corner={<MetricDefinition metric="distributorLifeCycle" />}
      >
        <DefinitionList
          entries={[
            [text("distributors.stages.applied"), distributor.appliedDay],
            [text("distributors.stages.approved"), distributor.approvedDay ?? none],
            [text("distributors.stages.first_share"), distributor.firstShareDay ?? none],
            [text("distributors.stages.first_order"), distributor.firstOrderDay ?? none],
            [text("distributors.lastOrder"), distributor.lastOrderDay ?? none],
          ]}
        />
        <p className="mt-3 flex flex-wrap gap-x-4 gap-y-1 text-sm print:hidden">
          <Link
            href={`/merchant/distributors/${distributor.distributorId}`}
            className="text-leaf hover:underline"
          >
            {text("distributors.toPage")}
          </Link>
          <Link
            href={sharePersonHref(distributor.customerId)}
            className="text-leaf hover:underline"
          >
            {text("board.share-graph.name")}
          </Link>
        </p>
      </Panel>
      <MetricCards cards={cards} />
    </>
  );
}
