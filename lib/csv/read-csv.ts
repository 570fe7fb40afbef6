import Papa from "papaparse";

/** One row of a file with the line on which it stands, the head being line 1. */
export type CsvRow = { lineNo: number; cells: Record<string, string> };

/**
 * Reads a table whose first row names the columns; separator (comma, semicolon, tab), quotes and
 * line ends are found out. Names and cells are trimmed, empty rows left out.
 * @param maxRows more are refused
 */
export function readCsv(
  text: string,
  maxRows: number,
):
  | { ok: true; columns: string[]; rows: CsvRow[] }
  | { ok: false; reason: "empty" | "too_many_lines" } {
  const { data } = Papa.parse<string[]>(text, {
    delimitersToGuess: [",", ";", "\t"],
    // One more than allowed tells that there are too many.
    preview: maxRows + 2,
  });
  const [head, ...body] = data;
  const columns = head?.map((name) => name.trim()) ?? [];
  const rows = body
    .map((cells, index) => ({ lineNo: index + 2, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  if (rows.length === 0) return { ok: false, reason: "empty" };
  if (rows.length > maxRows) return { ok: false, reason: "too_many_lines" };
  return {
    ok: true,
    columns,
    rows: rows.map(({ lineNo, cells }) => ({
      lineNo,
      cells: Object.fromEntries(columns.map((name, at) => [name, (cells[at] ?? "").trim()])),
    })),
  };
}
