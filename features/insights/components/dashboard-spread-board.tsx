import { useTranslations } from "next-intl";
import { LineChart } from "@/components/charts/line-chart";
import { Panel } from "@/components/ui/panel";
import { type MeasuredMetric, measure } from "@/domain/metrics/metric-list";
import { drawnFigure } from "@/features/insights/components/board-figure";
import { BoardData, DataBehind } from "@/features/insights/components/dashboard-board-data";
import {
  type MetricCardContent,
  MetricCards,
} from "@/features/insights/components/dashboard-metric-card";
import { MetricDefinition } from "@/features/insights/components/dashboard-metric-definition";
import { SpreadTreePanels } from "@/features/insights/components/dashboard-spread-tree";
import { listBehind } from "@/features/insights/components/list-behind";
import { sharePeopleTable } from "@/features/insights/components/share-tree-tables";
import { spreadFigures, type WholeMetric } from "@/features/insights/components/spread-figures";
import {
  broughtHref,
  spreadChannelTable,
  spreadPeriodTable,
} from "@/features/insights/components/spread-tables";
import type { SpreadBoard, WholeSpread } from "@/features/insights/queries/ask-spread-board";
import { boardQuery, type ReadBoard, type TypedBoard } from "@/features/insights/schema";

const measured = [
  "sharers",
  "shareRate",
  "brought",
  "broughtPerSharer",
  "reshareRate",
  "openedLinks",
  "openings",
] as const satisfies readonly MeasuredMetric[];

const csv = "/merchant/insights/csv";

/** Board 3: who shares, whom it brings, how far and how fast it goes on, and what share of sales comes by it. */
export function SpreadBoardPanels({ board, request }: { board: SpreadBoard; request: ReadBoard }) {
  const text = useTranslations("insights");
  const { typed } = request;
  const { current, before, whole } = board;
  const cards: MetricCardContent[] = measured.map((metric) => ({
    metric,
    figure: measure(metric, current),
    before: before ? measure(metric, before) : undefined,
    href: listBehind(metric, typed),
  }));
  return (
    <>
      <MetricCards cards={whole ? [...cards, ...wholeCards(whole, typed)] : cards} />
      {whole && !whole.now.k7.ok && (
        <p className="text-sm text-ink-faint">
          {text("spread.k7Due", { day: whole.now.k7.dueDay })}
        </p>
      )}
      <Panel
        title={text("metric.spreadByPeriod.title")}
        corner={<MetricDefinition metric="spreadByPeriod" />}
      >
        <BroughtChart board={board} request={request} />
        <DataBehind
          table={spreadPeriodTable(board, text, request)}
          csvHref={`${csv}/spread-periods?${boardQuery(typed)}`}
        />
      </Panel>
      {whole ? (
        <WholePanels whole={whole} request={request} />
      ) : (
        <p className="text-sm text-ink-faint">{text("spread.wholeShopOnly")}</p>
      )}
    </>
  );
}

function wholeCards(whole: WholeSpread, typed: TypedBoard): MetricCardContent[] {
  const now = spreadFigures(whole.now);
  const before = whole.before && spreadFigures(whole.before);
  const metrics = Object.keys(now) as WholeMetric[];
  const hrefs: Record<WholeMetric, string> = {
    k7: broughtHref(typed, { soon: "yes" }),
    firstBrought: broughtHref(typed, {}),
    spreadDepth: broughtHref(typed, { hop: String(whole.now.depths.length || 1) }),
  };
  return [
    ...metrics.map((metric) => ({
      metric,
      figure: now[metric],
      before: before?.[metric],
      href: hrefs[metric],
    })),
    { metric: "shareSalesShare", figure: whole.salesShare, href: "#channels" },
  ];
}

function WholePanels({ whole, request }: { whole: WholeSpread; request: ReadBoard }) {
  const text = useTranslations("insights");
  const { typed } = request;
  const query = boardQuery(typed);
  return (
    <>
      <div id="channels">
        <Panel title={text("spread.byChannel")} hint={text("spread.byChannelHint")}>
          <BoardData
            table={spreadChannelTable(whole, text, typed)}
            csvHref={`${csv}/spread-channels?${query}`}
          />
        </Panel>
      </div>
      <SpreadTreePanels whole={whole} typed={typed} />
      <Panel
        title={text("metric.keyPeople.title")}
        hint={text("spread.keyPeopleHint")}
        corner={<MetricDefinition metric="keyPeople" />}
      >
        <BoardData
          table={sharePeopleTable(whole.keyPeople, text, text("metric.keyPeople.title"))}
          csvHref={`${csv}/spread-people?${query}`}
        />
      </Panel>
    </>
  );
}

function BroughtChart({ board, request }: { board: SpreadBoard; request: ReadBoard }) {
  const text = useTranslations("insights");
  const isEmpty = [board.current, board.before].every((one) => !one || one.people.brought === 0);
  if (isEmpty) return <p className="text-sm text-ink-faint">{text("emptyTable")}</p>;
  const before = board.before && {
    key: "before",
    label: text(`compare.${request.comparison}`),
    color: "var(--color-edge)",
    isDashed: true,
  };
  return (
    <LineChart
      label={text("metric.spreadByPeriod.title")}
      unit="count"
      lines={[
        ...(before ? [before] : []),
        { key: "brought", label: text("metric.brought.title"), color: "var(--color-series-1)" },
        { key: "sharers", label: text("metric.sharers.title"), color: "var(--color-series-2)" },
      ]}
      rows={board.periods.map(({ period, measures, before: earlier }) => ({
        name: board.unit === "day" ? period.key.slice(5) : period.key,
        brought: drawnFigure(measure("brought", measures)),
        sharers: drawnFigure(measure("sharers", measures)),
        ...(earlier ? { before: drawnFigure(measure("brought", earlier)) } : {}),
      }))}
    />
  );
}
