import { addDays } from "@/domain/metrics/calendar-day";
import { ratioBps } from "@/domain/metrics/compare";
import type { Figure } from "@/domain/metrics/figure";
import type { MarginPoint } from "@/domain/metrics/margin-line";
import type {
  BoardCell,
  BoardTable,
  InsightText,
} from "@/features/insights/components/board-table";
import { listBehind } from "@/features/insights/components/list-behind";
import type { MarginBoard } from "@/features/insights/queries/ask-margin-board";
import { MARGIN_SPANS, type TypedBoard } from "@/features/insights/schema";

const right = { align: "right" } as const;
const bps = (value: number | null): Figure => ({ unit: "bps", value });

/** Both lines of all three spans, day by day, with the crossings in words; of some parts there is one. */
export function marginTable(
  { lines, costs }: MarginBoard,
  text: InsightText,
  typed: TypedBoard,
): BoardTable {
  const days = lines[7].map(({ day }) => day);
  const hasEven = costs.breakEven !== "none";
  return {
    caption: text("metric.marginLine.title"),
    columns: [
      { key: "day", label: text("margin.day") },
      ...MARGIN_SPANS.flatMap((span) => [
        { key: `margin${span}`, label: text("margin.marginOf", { days: span }), ...right },
        ...(hasEven
          ? [
              { key: `even${span}`, label: text("margin.evenOf", { days: span }), ...right },
              { key: `crossing${span}`, label: text("margin.crossingOf", { days: span }) },
            ]
          : []),
      ]),
    ],
    rows: days.map((day, at) => {
      const own = trailing(typed, day, 1);
      const cells: Record<string, BoardCell> = {
        day: { of: day, href: listBehind("grossProfit", own) },
      };
      for (const span of MARGIN_SPANS) {
        const point = lines[span][at];
        const href = listBehind("marginLine", trailing(typed, day, span));
        cells[`margin${span}`] = { of: bps(point?.marginBps ?? null), href };
        cells[`even${span}`] = { of: bps(point?.breakEvenBps ?? null), href };
        cells[`crossing${span}`] = point ? crossingText(point, text) : "";
      }
      return { key: day, cells };
    }),
  };
}

/** The days that a point of the lines sums up: so many, the last of them `day`. */
export function trailing(typed: TypedBoard, day: string, days: number): TypedBoard {
  return { ...typed, window: "custom", from: addDays(day, 1 - days), until: day };
}

export function crossingText({ crossing }: MarginPoint, text: InsightText): string {
  return crossing === null ? "" : text(`margin.${crossing}`);
}

/** How much of the window's sales, before refunds, is of goods whose cost nobody entered. */
export function uncostedShare({ current: { figures } }: MarginBoard): Figure {
  return bps(ratioBps(figures.uncostedFen, figures.grossFen));
}
