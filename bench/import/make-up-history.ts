import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";

const head = "Invoice,StockCode,Description,Quantity,InvoiceDate,Price,CustomerID,Country";
const linesPerInvoice = 20;
const goods = 4_000;
const customers = 4_000;
const batch = 5_000;

/**
 * Writes a gzipped order history of so many lines, with the kinds of dirt that real exports hold: guests,
 * refunds, adjustments, gifts, write-offs, quoted separators, services. The same number gives the same file.
 */
export async function makeUpHistory(path: string, lines: number): Promise<void> {
  await pipeline(Readable.from(textOf(lines)), createGzip(), createWriteStream(path));
}

function* textOf(lines: number): Generator<string> {
  yield `${head}\n`;
  for (let from = 0; from < lines; from += batch) {
    const count = Math.min(batch, lines - from);
    yield `${Array.from({ length: count }, (_, index) => lineOf(from + index)).join("\n")}\n`;
  }
}

function lineOf(index: number): string {
  const invoice = Math.floor(index / linesPerInvoice);
  // A number that looks random and is the same every time (Knuth's multiplier).
  const drawn = Math.imul(index + 1, 2_654_435_761) >>> 0;
  const prefix = prefixOf(invoice);
  const isGift = drawn % 140 === 0;
  const quantity = prefix === "C" || isGift ? -(1 + (drawn % 5)) : 1 + (drawn % 24);
  const price = isGift ? "0" : `${drawn % 40}.${10 + (drawn % 90)}`;
  const code = drawn % 150 === 0 ? "POST" : `${10_000 + (drawn % goods)}`;
  const title = drawn % 9 === 0 ? `"SET OF 6, ""ROUND"" TINS"` : `ITEM ${code} IN A BOX`;
  const customer = invoice % 5 === 0 ? "" : `${12_000 + (invoice % customers)}`;
  return `${prefix}${500_000 + invoice},${code},${title},${quantity},${momentOf(invoice)},${price},${customer},Country ${invoice % 40}`;
}

function prefixOf(invoice: number): string {
  if (invoice % 50 === 0) return "C";
  return invoice % 9_999 === 1 ? "A" : "";
}

/** Some 70 invoices a day, each at one moment. */
function momentOf(invoice: number): string {
  const at = new Date(Date.UTC(2024, 0, 1, 8) + Math.floor(invoice / 70) * 86_400_000);
  const minute = String(invoice % 60).padStart(2, "0");
  return `${at.toISOString().slice(0, 10)} 09:${minute}:00`;
}
