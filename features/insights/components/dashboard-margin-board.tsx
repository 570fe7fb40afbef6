import Link from "next/link";
import { useTranslations } from "next-intl";
import { LineChart } from "@/components/charts/line-chart";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Panel } from "@/components/ui/panel";
import type { Figure } from "@/domain/metrics/figure";
import { measure } from "@/domain/metrics/metric-list";
import { writeFigure } from "@/features/insights/components/board-figure";
import type { InsightText } from "@/features/insights/components/board-table";
import { DataBehind } from "@/features/insights/components/dashboard-board-data";
import { MetricCards } from "@/features/insights/components/dashboard-metric-card";
import { MetricDefinition } from "@/features/insights/components/dashboard-metric-definition";
import { listBehind } from "@/features/insights/components/list-behind";
import {
  crossingText,
  marginTable,
  trailing,
  uncostedShare,
} from "@/features/insights/components/margin-tables";
import type { MarginBoard, MarginMetric } from "@/features/insights/queries/ask-margin-board";
import { boardQuery, MARGIN_SPANS, type ReadBoard } from "@/features/insights/schema";

type Span = (typeof MARGIN_SPANS)[number];

/** Board 8: what sales leave against what carries them, over trailing days. */
export function MarginBoardPanels({
  board,
  request,
  span,
}: {
  board: MarginBoard;
  request: ReadBoard;
  span: Span;
}) {
  const text = useTranslations("insights");
  const { typed } = request;
  return (
    <>
      <MarginCards board={board} request={request} span={span} />
      <Panel
        title={text("metric.marginLine.title")}
        corner={<MetricDefinition metric="marginLine" />}
      >
        <LinkTabs
          label={text("margin.spanLabel")}
          tabs={MARGIN_SPANS.map((one) => ({
            href: `/merchant/insights/margin?${boardQuery(typed, { span: String(one) })}`,
            label: text("margin.span", { days: one }),
            isCurrent: one === span,
          }))}
        />
        <MarginChart board={board} span={span} />
        <DataBehind
          table={marginTable(board, text, typed)}
          csvHref={`/merchant/insights/csv/margin-line?${boardQuery(typed)}`}
        />
        <p className="mt-3 text-sm text-ink-soft">
          {costsText(board, request, text)}{" "}
          {board.costs.breakEven !== "none" && (
            <Link
              href="/merchant/insights/settings"
              className="inline-block text-leaf underline print:hidden"
            >
              {text("margin.toSetting")}
            </Link>
          )}
        </p>
      </Panel>
    </>
  );
}

/** Which costs the break-even line is of, or why there is none. */
function costsText({ costs, setting }: MarginBoard, { slice }: ReadBoard, text: InsightText) {
  const fixed = writeFigure({ unit: "fen", value: setting.fixedCostPerDayFen });
  const freight = writeFigure({ unit: "fen", value: setting.freightCostPerOrderFen });
  if (costs.breakEven === "shop") return text("margin.setting", { fixed, freight });
  if (costs.breakEven === "own") return text("margin.ownCosts", { freight });
  if (slice.kind === "distributor" || slice.kind === "region") {
    return text(`margin.noLine.${slice.kind}`);
  }
  return text("margin.noLine.product");
}

function MarginCards({ board, request, span }: Parameters<typeof MarginBoardPanels>[0]) {
  const { current, before } = board;
  const last = board.lines[span].at(-1);
  const bps = (value: number | null | undefined): Figure => ({ unit: "bps", value: value ?? null });
  const ofLine = last ? trailing(request.typed, last.day, span) : request.typed;
  const { hasFees, breakEven } = board.costs;
  const shown: MarginMetric[] = ["margin", "grossProfit", "commissionKept"];
  if (hasFees) shown.push("paymentFees");
  const measured = shown.map((metric) => ({
    metric,
    figure: measure(metric, current),
    before: before ? measure(metric, before) : undefined,
    href: listBehind(metric, request.typed),
  }));
  const even = {
    metric: "breakEven",
    figure: bps(last?.breakEvenBps),
    href: listBehind("breakEven", ofLine),
  } as const;
  return (
    <MetricCards
      cards={[
        {
          metric: "marginLine",
          figure: bps(last?.marginBps),
          href: listBehind("marginLine", ofLine),
        },
        ...(breakEven === "none" ? [] : [even]),
        ...measured,
        {
          metric: "uncostedShare",
          figure: uncostedShare(board),
          href: listBehind("uncostedShare", request.typed),
        },
      ]}
    />
  );
}

function MarginChart({ board, span }: { board: MarginBoard; span: Span }) {
  const text = useTranslations("insights");
  const points = board.lines[span];
  if (points.every(({ marginBps }) => marginBps === null)) {
    return <p className="text-sm text-ink-faint">{text("margin.tooFew", { days: span })}</p>;
  }
  return (
    <LineChart
      label={text("margin.chart", { days: span })}
      unit="bps"
      lines={[
        ...(board.costs.breakEven === "none"
          ? []
          : [
              {
                key: "even",
                label: text("metric.breakEven.title"),
                color: "var(--color-series-2)",
                isDashed: true,
              },
            ]),
        { key: "margin", label: text("metric.marginLine.title"), color: "var(--color-series-1)" },
      ]}
      rows={points.map(({ day, marginBps, breakEvenBps }) => ({
        name: day.slice(5),
        margin: marginBps,
        even: breakEvenBps,
      }))}
      marks={points
        .filter(({ crossing }) => crossing !== null)
        .map((point) => ({ name: point.day.slice(5), label: crossingText(point, text) }))}
    />
  );
}
