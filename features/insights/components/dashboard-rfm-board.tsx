import { useTranslations } from "next-intl";
import { BarList } from "@/components/charts/bar-list";
import { Panel } from "@/components/ui/panel";
import { ratioBps } from "@/domain/metrics/compare";
import { RFM_DAYS, RFM_MOVE_DAYS } from "@/domain/metrics/rfm";
import { lastDayOf } from "@/domain/metrics/window";
import { writeFigure } from "@/features/insights/components/board-figure";
import { BoardData, DataBehind } from "@/features/insights/components/dashboard-board-data";
import { MetricCards } from "@/features/insights/components/dashboard-metric-card";
import { MetricDefinition } from "@/features/insights/components/dashboard-metric-definition";
import {
  movedOnly,
  rfmCsvHref,
  rfmFigures,
  rfmMoveHref,
  rfmMoveTable,
  rfmPeopleHref,
  rfmSegmentTable,
} from "@/features/insights/components/rfm-tables";
import type { RfmBoard } from "@/features/insights/queries/ask-rfm-board";
import { formatBps } from "@/lib/i18n/format-bps";

/** The other moves stand in the table. */
const MOVES_SHOWN = 10;

const shown = ["rfmCustomers", "rfmNetSales", "rfmRecency", "rfmFrequency", "rfmMoney"] as const;

/** Board 10: which customers are worth what, and whom it is time to win back. */
export function RfmBoardPanels({ board }: { board: RfmBoard }) {
  const text = useTranslations("insights");
  const figures = rfmFigures(board);
  return (
    <div className="grid grid-cols-1 gap-4 *:min-w-0">
      <RfmDays board={board} />
      <MetricCards
        cards={shown.map((metric) => ({
          metric,
          figure: figures[metric],
          href: rfmPeopleHref(board.slice),
        }))}
      />
      <Panel
        title={text("metric.rfmSegments.title")}
        corner={<MetricDefinition metric="rfmSegments" />}
        hint={boundsOf(board, text)}
      >
        {board.window ? (
          <>
            <SegmentBars board={board} />
            <div className="mt-5">
              <BoardData
                table={rfmSegmentTable(board, text)}
                csvHref={rfmCsvHref("rfm-segments", board)}
              />
            </div>
          </>
        ) : (
          <p className="text-sm text-ink-faint">{text("rfm.empty")}</p>
        )}
      </Panel>
      {board.window && board.slice.kind === "all" && <Moves board={board} />}
    </div>
  );
}

/** Of which days the figures are: no window is asked for. */
function RfmDays({ board: { window } }: { board: RfmBoard }) {
  const text = useTranslations("insights");
  if (!window) return null;
  const { from } = window;
  return (
    <p className="text-sm text-ink-soft">
      {text("rfm.asOf", { from, until: lastDayOf(window), days: RFM_DAYS })}
    </p>
  );
}

function boundsOf(
  { bounds }: RfmBoard,
  text: ReturnType<typeof useTranslations<"insights">>,
): string | null {
  return (
    bounds &&
    text("rfm.bounds", {
      days: Number(bounds.recencyDays),
      orders: Number(bounds.paidOrders),
      fen: writeFigure({ unit: "fen", value: bounds.netSalesFen }),
    })
  );
}

function SegmentBars({ board: { slice, segments, whole } }: { board: RfmBoard }) {
  const text = useTranslations("insights");
  return (
    <BarList
      label={text("metric.rfmSegments.title")}
      items={segments.map(({ segment, customers }) => ({
        key: segment,
        label: text(`rfm.name.${segment}`),
        size: Number(customers),
        value: text("rfm.value", {
          count: writeFigure({ unit: "count", value: customers }),
          share: formatBps(ratioBps(customers, whole.customers)),
        }),
        href: rfmPeopleHref(slice, segment),
      }))}
    />
  );
}

/** What changed since 30 days before: the largest moves as bars, all of them behind. */
function Moves({ board }: { board: RfmBoard }) {
  const text = useTranslations("insights");
  const { movedSince } = board;
  const moves = movedOnly(board);
  if (!movedSince || moves.length === 0) {
    return (
      <Panel title={text("rfm.moves")}>
        <p className="text-sm text-ink-faint">
          {movedSince ? text("rfm.noMoves") : text("rfm.noneBefore", { days: RFM_MOVE_DAYS })}
        </p>
      </Panel>
    );
  }
  return (
    <Panel
      title={text("rfm.moves")}
      hint={text("rfm.movesHint", { day: movedSince, days: RFM_MOVE_DAYS })}
    >
      <BarList
        label={text("rfm.moves")}
        items={moves.slice(0, MOVES_SHOWN).map((move) => {
          const href = rfmMoveHref(move);
          return {
            key: `${move.was} ${move.became}`,
            label: text("rfm.move", {
              was: text(move.was ? `rfm.name.${move.was}` : "rfm.noSegment"),
              became: text(move.became ? `rfm.name.${move.became}` : "rfm.noSegment"),
            }),
            size: move.customers,
            value: writeFigure({ unit: "count", value: move.customers }),
            ...(href ? { href } : {}),
          };
        })}
      />
      <DataBehind table={rfmMoveTable(board, text)} csvHref={rfmCsvHref("rfm-moves", board)} />
    </Panel>
  );
}
