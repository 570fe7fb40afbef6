import { ratioBps } from "@/domain/metrics/compare";
import type { Figure } from "@/domain/metrics/figure";
import type { MarginPoint } from "@/domain/metrics/margin-line";
import { costedNetFen, netFen } from "@/domain/metrics/sales-sums";
import type {
  BoardCell,
  BoardTable,
  InsightText,
} from "@/features/insights/components/board-table";
import type { MarginBoard } from "@/features/insights/queries/ask-margin-board";
import { MARGIN_SPANS } from "@/features/insights/schema";

const right = { align: "right" } as const;
const bps = (value: number | null): Figure => ({ unit: "bps", value });

/** Both lines of all three spans, day by day, with the crossings in words. */
export function marginTable(
  { lines }: MarginBoard,
  text: InsightText,
  hrefOf: (day: string) => string,
): BoardTable {
  const days = lines[7].map(({ day }) => day);
  return {
    caption: text("metric.marginLine.title"),
    columns: [
      { key: "day", label: text("margin.day") },
      ...MARGIN_SPANS.flatMap((span) => [
        { key: `margin${span}`, label: text("margin.marginOf", { days: span }), ...right },
        { key: `even${span}`, label: text("margin.evenOf", { days: span }), ...right },
        { key: `crossing${span}`, label: text("margin.crossingOf", { days: span }) },
      ]),
    ],
    rows: days.map((day, at) => {
      const cells: Record<string, BoardCell> = { day: { of: day, href: hrefOf(day) } };
      for (const span of MARGIN_SPANS) {
        const point = lines[span][at];
        cells[`margin${span}`] = bps(point?.marginBps ?? null);
        cells[`even${span}`] = bps(point?.breakEvenBps ?? null);
        cells[`crossing${span}`] = point ? crossingText(point, text) : "";
      }
      return { key: day, cells };
    }),
  };
}

export function crossingText({ crossing }: MarginPoint, text: InsightText): string {
  return crossing === null ? "" : text(`margin.${crossing}`);
}

/** How much of the window's net sales is of goods whose cost nobody entered. */
export function uncostedShare({ current: { figures } }: MarginBoard): Figure {
  const net = netFen(figures);
  return bps(ratioBps(net - costedNetFen(figures), net));
}
