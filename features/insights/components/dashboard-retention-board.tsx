import { useTranslations } from "next-intl";
import { HeatMap } from "@/components/charts/heat-map";
import { LineChart } from "@/components/charts/line-chart";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Panel } from "@/components/ui/panel";
import { COHORT_BASES } from "@/domain/metrics/cohort";
import { writeFigure } from "@/features/insights/components/board-figure";
import { DataBehind } from "@/features/insights/components/dashboard-board-data";
import { MetricDefinition } from "@/features/insights/components/dashboard-metric-definition";
import {
  cohortPeopleHref,
  curveTable,
  retentionMetric,
  retentionTable,
} from "@/features/insights/components/retention-tables";
import type { RetentionBoard } from "@/features/insights/queries/ask-retention-board";
import { boardQuery, type ReadBoard, type TypedBoard } from "@/features/insights/schema";
import { formatBps } from "@/lib/i18n/format-bps";

/** As many periods after the first as a screen shows; the file holds all. */
const LATER_SHOWN = 12;
const path = "/merchant/insights/retention";
const csv = "/merchant/insights/csv";

/** Board 9: how many of those who came or bought for the first time do so again, and when. */
export function RetentionBoardPanels({
  board,
  request,
}: {
  board: RetentionBoard;
  request: ReadBoard;
}) {
  const text = useTranslations("insights");
  const { basis, unit } = board;
  const query = boardQuery(request.typed, { basis, unit });
  const metric = retentionMetric(board);
  return (
    <>
      <Panel
        title={text(`metric.${metric}.title`)}
        corner={<MetricDefinition metric={metric} />}
        hint={text(board.channel ? `retention.ofChannel.${basis}` : "retention.wholeShop")}
      >
        <Choices board={board} typed={request.typed} />
        {board.rows.length === 0 ? (
          <p className="text-sm text-ink-faint">{text("emptyTable")}</p>
        ) : (
          <>
            <Triangle board={board} />
            <p className="mt-3 text-sm text-ink-faint print:hidden">
              {text("retention.hint")}
              {longest(board) > LATER_SHOWN && ` ${text("retention.cut", { later: LATER_SHOWN })}`}
            </p>
            <DataBehind
              table={retentionTable(board, text, LATER_SHOWN)}
              csvHref={`${csv}/retention?${query}`}
            />
          </>
        )}
      </Panel>
      <Panel
        title={text("metric.retentionCurve.title")}
        corner={<MetricDefinition metric="retentionCurve" />}
      >
        <Curve board={board} />
        <DataBehind table={curveTable(board, text)} csvHref={`${csv}/retention-curve?${query}`} />
      </Panel>
    </>
  );
}

function longest({ rows }: RetentionBoard): number {
  return Math.max(0, ...rows.map(({ cells }) => cells.length - 1));
}

function Choices({ board, typed }: { board: RetentionBoard; typed: TypedBoard }) {
  const text = useTranslations("insights");
  const { basis, unit, units } = board;
  return (
    <div className="flex flex-wrap gap-x-6">
      <LinkTabs
        label={text("retention.basisLabel")}
        tabs={COHORT_BASES.map((one) => ({
          href: `${path}?${boardQuery(typed, { basis: one, unit })}`,
          label: text(`retention.basis.${one}`),
          isCurrent: one === basis,
        }))}
      />
      <LinkTabs
        label={text("sales.unitLabel")}
        tabs={units.map((one) => ({
          href: `${path}?${boardQuery(typed, { basis, unit: one })}`,
          label: text(`sales.unit.${one}`),
          isCurrent: one === unit,
        }))}
      />
    </div>
  );
}

function Triangle({ board }: { board: RetentionBoard }) {
  const text = useTranslations("insights");
  const { basis, unit, rows } = board;
  const columns = Array.from({ length: Math.min(longest(board), LATER_SHOWN) }, (_, at) =>
    text(`retention.later.${unit}`, { later: at + 1 }),
  );
  // In the first period everybody acted: next to it, the others would all look pale.
  const returns = rows.flatMap(({ cells }) => cells.slice(1).map((cell) => cell.ofCohortBps ?? 0));
  const highest = Math.max(1, ...returns);
  return (
    <HeatMap
      caption={text(`metric.${retentionMetric(board)}.title`)}
      heads={[
        text("retention.cohort"),
        text("retention.size"),
        text(`retention.own.${unit}`),
        ...columns,
      ]}
      rows={rows.map(({ cohort, people: size, cells }) => ({
        key: cohort,
        label: cohort,
        size: writeFigure({ unit: "count", value: size }),
        cells: cells
          .slice(0, LATER_SHOWN + 1)
          .map(({ period, people, ofCohortBps, isOver }, later) => ({
            strength: later === 0 || ofCohortBps === null ? null : ofCohortBps / highest,
            value: formatBps(ofCohortBps),
            title: text(`retention.cell.${basis}`, { cohort, period, size, people }),
            isOpen: !isOver,
            href: cohortPeopleHref(board, { cohort, period }),
          })),
      }))}
    />
  );
}

function Curve({ board: { curve, curveBefore, unit } }: { board: RetentionBoard }) {
  const text = useTranslations("insights");
  const before = curveBefore ?? [];
  const points = curve.length >= before.length ? curve : before;
  if (points.length === 0) {
    return <p className="text-sm text-ink-faint">{text("retention.noCurve")}</p>;
  }
  const current = {
    key: "current",
    label: text("retention.current"),
    color: "var(--color-series-1)",
  };
  const compared = {
    key: "before",
    label: text("retention.before"),
    color: "var(--color-edge)",
    isDashed: true,
  };
  return (
    <LineChart
      label={text("metric.retentionCurve.title")}
      unit="bps"
      lines={before.length > 0 ? [compared, current] : [current]}
      rows={points.map(({ later }, at) => ({
        name: text(`retention.later.${unit}`, { later }),
        current: curve[at]?.rateBps ?? null,
        before: before[at]?.rateBps ?? null,
      }))}
    />
  );
}
