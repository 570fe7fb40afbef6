import Link from "next/link";
import { useTranslations } from "next-intl";
import { LineChart } from "@/components/charts/line-chart";
import { Panel } from "@/components/ui/panel";
import { type MeasuredMetric, measure } from "@/domain/metrics/metric-list";
import { lastDayOf } from "@/domain/metrics/window";
import { onTimeRateBps } from "@/domain/payouts/on-time-rate";
import { DataBehind } from "@/features/insights/components/dashboard-board-data";
import {
  type MetricCardContent,
  MetricCards,
} from "@/features/insights/components/dashboard-metric-card";
import { MetricDefinition } from "@/features/insights/components/dashboard-metric-definition";
import { PayoutsOwedPanels } from "@/features/insights/components/dashboard-payouts-owed";
import { listBehind } from "@/features/insights/components/list-behind";
import {
  coverageOf,
  overdueFigure,
  type PunctualityMetric,
  punctualityFigures,
} from "@/features/insights/components/payout-figures";
import { payoutPeriodTable } from "@/features/insights/components/payout-tables";
import type { PayoutsBoard } from "@/features/insights/queries/ask-payouts-board";
import { boardQuery, type ReadBoard, type TypedBoard } from "@/features/insights/schema";
import type { DuePayoutList } from "@/features/payouts/queries/list-due-payouts";

type Props = {
  board: PayoutsBoard;
  request: ReadBoard;
  /** In Shanghai, YYYY-MM-DD. */
  today: string;
};

const ofEarnings = [
  "commissionPromised",
  "commissionTakenBack",
  "clawBackRate",
] as const satisfies readonly MeasuredMetric[];
/** What a distributor earns is of others' orders too: against their own sales it would be no cost rate. */
const ofShop = [...ofEarnings, "commissionCost"] as const;

const listOf: Record<PunctualityMetric, DuePayoutList> = {
  payoutsDue: "all",
  payoutOnTimeRate: "late",
  payoutWaitMedian: "all",
  payoutWaitP90: "all",
};

/** Board 13: what is owed and when, whether it is paid on time, and what commission costs. */
export function PayoutsBoardPanels(props: Props) {
  const { board, request } = props;
  const text = useTranslations("insights");
  const { typed } = request;
  return (
    <>
      <MetricCards
        cards={[...(board.now ? owedCards(board.now, props.today) : []), ...windowCards(props)]}
      />
      <Panel
        title={text("payouts.overTime")}
        hint={text("payouts.overTimeHint")}
        corner={<MetricDefinition metric="payoutOnTimeRate" />}
      >
        <OnTimeChart board={board} />
        <DataBehind
          table={payoutPeriodTable(board, text, (from, to) =>
            dueHref({ ...typed, window: "custom", from, until: lastDayOf({ from, to }) }, "all"),
          )}
          csvHref={`/merchant/insights/csv/payout-periods?${boardQuery(typed)}`}
        />
      </Panel>
      {board.now ? (
        <PayoutsOwedPanels now={board.now} request={request} today={props.today} />
      ) : (
        <p className="text-sm text-ink-soft print:hidden">
          <Link
            href={`/merchant/finance/accounts/${request.slice.key}`}
            className="text-leaf hover:underline"
          >
            {text("payouts.toAccount")}
          </Link>
        </p>
      )}
    </>
  );
}

function dueHref(typed: TypedBoard, list: DuePayoutList): string {
  return `/merchant/insights/payouts/due?${boardQuery(typed, { list })}`;
}

/** As things stand now, whatever the window: nothing to compare them with is kept. */
function owedCards(
  { owed, open }: NonNullable<PayoutsBoard["now"]>,
  today: string,
): MetricCardContent[] {
  return [
    {
      metric: "payoutsOwed",
      figure: { unit: "fen", value: owed.owedFen },
      href: "/merchant/finance/accounts",
    },
    {
      metric: "payoutsOverdue",
      figure: overdueFigure(open, today),
      href: "/merchant/finance/payouts?due=overdue",
    },
    { metric: "payoutCoverage", figure: coverageOf(owed), href: "#owed" },
  ];
}

function windowCards({ board, request }: Props): MetricCardContent[] {
  const { current, before, measures, measuresBefore } = board;
  const { typed } = request;
  const now = punctualityFigures(current);
  const then = before && punctualityFigures(before);
  const measured = board.now ? ofShop : ofEarnings;
  const metrics = Object.keys(now) as PunctualityMetric[];
  return [
    ...metrics.map((metric) => ({
      metric,
      figure: now[metric],
      before: then?.[metric],
      href: dueHref(typed, listOf[metric]),
    })),
    ...measured.map((metric) => ({
      metric,
      figure: measure(metric, measures),
      before: measuresBefore ? measure(metric, measuresBefore) : undefined,
      href: listBehind(metric, typed),
    })),
  ];
}

/** Where nothing was due the line has a gap: it was not 0. */
function OnTimeChart({ board: { current, periods, unit } }: { board: PayoutsBoard }) {
  const text = useTranslations("insights");
  if (current.due === 0) {
    return <p className="text-sm text-ink-faint">{text("payouts.nothingDue")}</p>;
  }
  return (
    <LineChart
      label={text("payouts.overTime")}
      unit="bps"
      lines={[
        {
          key: "rate",
          label: text("metric.payoutOnTimeRate.title"),
          color: "var(--color-series-1)",
        },
      ]}
      rows={periods.map(({ period, due, onTime }) => ({
        name: unit === "day" ? period.key.slice(5) : period.key,
        rate: onTimeRateBps({ due, onTime }),
      }))}
    />
  );
}
