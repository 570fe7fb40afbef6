import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Measures } from "@/domain/metrics/measures";
import { measure } from "@/domain/metrics/metric-list";
import { plainFigure, writeFigure } from "@/features/insights/components/board-figure";
import { BOARD_FIGURES, type BoardName } from "@/features/insights/components/board-list";
import { FigureComparison } from "@/features/insights/components/dashboard-figure-comparison";
import { MetricDefinition } from "@/features/insights/components/dashboard-metric-definition";

/** Boards, each with one figure of the last 30 days and what it asks. */
export function BoardIndex({
  boards,
  measures,
  before,
}: {
  boards: readonly BoardName[];
  measures: Measures;
  before: Measures;
}) {
  return (
    <ul className="grid gap-3 sm:grid-cols-2 xl:grid-cols-4">
      {boards.map((board) => (
        <BoardCard key={board} board={board} measures={measures} before={before} />
      ))}
    </ul>
  );
}

function BoardCard({
  board,
  measures,
  before,
}: {
  board: BoardName;
  measures: Measures;
  before: Measures;
}) {
  const text = useTranslations("insights");
  const metric = BOARD_FIGURES[board];
  const figure = measure(metric, measures);
  return (
    <li
      data-metric={metric}
      className="grid content-start gap-1 rounded-lg border border-line bg-card p-4 shadow-card"
    >
      <h2 className="font-semibold">
        <Link href={`/merchant/insights/${board}`} className="text-leaf-deep hover:underline">
          {text(`board.${board}.name`)}
        </Link>
      </h2>
      <div className="flex items-center gap-1 text-sm text-ink-faint">
        <span>{text(`metric.${metric}.title`)}</span>
        <MetricDefinition metric={metric} />
      </div>
      <data value={plainFigure(figure)} className="text-xl font-semibold tabular-nums">
        {writeFigure(figure)}
      </data>
      <FigureComparison now={figure} before={measure(metric, before)} />
      <p className="mt-1 text-ink-faint text-xs">{text(`board.${board}.hint`)}</p>
    </li>
  );
}
