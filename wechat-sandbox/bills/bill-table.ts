/** A comma in a product's name would shift the columns: the bill has no quoting. */
function plain(text: string): string {
  return text.replaceAll(/[,`\r\n]/g, " ");
}

function row(cells: string[]): string {
  return cells.map((cell) => `\`${plain(cell)}`).join(",");
}

/**
 * The form that all of WeChat's bills share: a header, rows with a back-tick before each cell, and a
 * tail of two lines, its names and its sums. Lines end in CRLF.
 */
export function writeBillTable(table: {
  columns: string;
  rows: string[][];
  tailColumns: string;
  tail: string[];
}): string {
  const { columns, rows, tailColumns, tail } = table;
  const lines = [columns, ...rows.map(row), tailColumns, row(tail)];
  return lines.map((line) => `${line}\r\n`).join("");
}
