import type { BillFault } from "@/lib/wechat/pay/bill-fault";

export type BillLayout = {
  columns: readonly string[];
  /** The names in the tail, which sums up. */
  tailColumns: readonly string[];
};

export type BillCells = (column: string) => string;

type TableFault = { ok: false; reason: BillFault; lineNo: number };

/**
 * WeChat's bills: a head, one row per line with a back-tick before each cell, and a tail of two rows
 * that sums up. A byte order mark and CRLF are no fault. There is no quoting: where cells begin with
 * back-ticks, a comma inside of a name separates nothing.
 * @param takeRow is given every row in turn and says what is wrong with it, or null
 * @returns the cells of the tail, or the first fault with its line
 */
export function readBillTable(
  bytes: Uint8Array,
  layout: BillLayout,
  takeRow: (cells: BillCells, lineNo: number) => BillFault | null,
): { ok: true; rowCount: number; tail: BillCells } | TableFault {
  const text = decode(bytes);
  if (text === null) return { ok: false, reason: "not_text", lineNo: 0 };
  const lines = numberedLines(text);
  const head = lines.next().value;
  if (!head || !isHead(head.line, layout.columns)) {
    return { ok: false, reason: "unknown_columns", lineNo: 1 };
  }
  let rowCount = 0;
  for (const { line, lineNo } of lines) {
    if (isHead(line, layout.tailColumns)) return readTail(lines, layout, rowCount, lineNo);
    const cells = splitCells(line, layout.columns);
    const reason = cells === null ? "bad_row" : takeRow(cells, lineNo);
    if (reason !== null) return { ok: false, reason, lineNo };
    rowCount += 1;
  }
  return { ok: false, reason: "missing_tail", lineNo: rowCount + 1 };
}

function readTail(
  lines: Generator<{ line: string; lineNo: number }>,
  layout: BillLayout,
  rowCount: number,
  lineNo: number,
): { ok: true; rowCount: number; tail: BillCells } | TableFault {
  const sums = lines.next().value;
  const tail = sums ? splitCells(sums.line, layout.tailColumns) : null;
  if (tail === null) return { ok: false, reason: "missing_tail", lineNo };
  for (const after of lines) {
    if (after.line !== "") return { ok: false, reason: "trailing_garbage", lineNo: after.lineNo };
  }
  return { ok: true, rowCount, tail };
}

function decode(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.includes("\u0000") ? null : text;
  } catch {
    return null;
  }
}

/** Line by line, so that a large bill is never held as a list of rows as well. */
function* numberedLines(text: string): Generator<{ line: string; lineNo: number }, undefined> {
  let from = 0;
  for (let lineNo = 1; from < text.length; lineNo += 1) {
    const end = text.indexOf("\n", from);
    const until = end === -1 ? text.length : end;
    yield { line: text.slice(from, until).replace(/\r$/, ""), lineNo };
    from = until + 1;
  }
}

/** Brackets come in both widths; a column more or less may mean that amounts mean something else. */
function isHead(line: string, columns: readonly string[]): boolean {
  const names = line
    .split(",")
    .map((name) => name.trim().replace(/^`/, "").replaceAll("（", "(").replaceAll("）", ")"));
  return names.length === columns.length && columns.every((column, at) => names[at] === column);
}

function splitCells(line: string, columns: readonly string[]): BillCells | null {
  const values = line.startsWith("`") ? line.slice(1).split(",`") : line.split(",");
  if (values.length !== columns.length) return null;
  return (column) => (values[columns.indexOf(column)] ?? "").trim();
}
