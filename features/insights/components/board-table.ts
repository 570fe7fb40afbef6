import type { Figure } from "@/domain/metrics/figure";
import { plainFigure } from "@/features/insights/components/board-figure";

/** Finds the words of messages/LANGUAGE/insights.json. */
export type InsightText = (key: string, values?: Record<string, string | number>) => string;

/** Words that a file writes otherwise: a change with its sign would be taken for a formula. */
type Worded = { shown: string; plain: string };
type Inside = string | Figure | Worded;

/** What stands in a cell: words or a figure, and where it opens to. */
export type BoardCell = Inside | { of: Inside; href: string };

/** The rows of a chart or list, once: the screen shows them and the file holds them. */
export type BoardTable = {
  caption: string;
  columns: readonly { key: string; label: string; align?: "right"; wideOnly?: boolean }[];
  rows: readonly { key: string; cells: Readonly<Record<string, BoardCell>> }[];
};

/** The words or the figure of a cell, without its link. */
export function insideOf(cell: BoardCell | undefined): Inside {
  if (cell === undefined) return "";
  return typeof cell === "object" && "of" in cell ? cell.of : cell;
}

/** Lines of a file, of which only so many rows are kept: the last line then says that there are more. */
export function cutLines(
  [heads = [], ...rows]: readonly string[][],
  most: number,
  sentence: string,
): string[][] {
  return rows.length <= most ? [heads, ...rows] : [heads, ...rows.slice(0, most), [sentence]];
}

/** A table as the lines of a CSV file, its heads first. */
export function boardTableLines({ columns, rows }: BoardTable): string[][] {
  const textOf = (cell: BoardCell | undefined) => {
    const inside = insideOf(cell);
    if (typeof inside === "string") return inside;
    return "plain" in inside ? inside.plain : plainFigure(inside);
  };
  return [
    columns.map(({ label }) => label),
    ...rows.map(({ cells }) => columns.map(({ key }) => textOf(cells[key]))),
  ];
}
