/** A spreadsheet takes a cell that begins with one of these for a formula and runs it. */
const formulaStart = /^[=+\-@\t\r]/;
/** Plain numbers may begin with a sign: nothing can hide in them. */
const plainNumber = /^-?\d+(\.\d+)?$/;

/** The byte order mark without which Excel reads Chinese as something else. */
export const csvByteOrderMark = "\uFEFF";

/** One cell: formulas neutralised by an apostrophe, quoted where needed. */
function writeCell(value: string): string {
  const safe = formulaStart.test(value) && !plainNumber.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as CSV lines (RFC 4180, CRLF at the end of each). */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(writeCell).join(",")}\r\n`).join("");
}
