import type { Fen } from "../money/fen";
import type { HistoryField, HistoryMapping } from "./mapping";
import { parseSoldAt } from "./parse-sold-at";
import { parseUnitPrice } from "./parse-unit-price";

/** Why a line is not taken. */
export const HISTORY_FAULTS = [
  "invoice_missing",
  "code_missing",
  "cell_too_long",
  "unreadable_text",
  "not_an_order",
  "date_unreadable",
  "date_out_of_range",
  "quantity_unreadable",
  "quantity_not_positive",
  "refund_not_negative",
  "price_unreadable",
  "price_not_positive",
  "imported_before",
] as const;
export type HistoryFault = (typeof HISTORY_FAULTS)[number];

export type JudgedLine = {
  kind: "sale" | "refund" | "refused";
  invoiceNo: string;
  code: string;
  title: string;
  isService: boolean;
  /** Above 0 where it was taken, else as it was read; null where it could not be. */
  quantity: number | null;
  unitPriceFen: Fen | null;
  amountFen: Fen;
  soldAt: Date | null;
  customerRef: string;
  region: string;
  fault: HistoryFault | "";
};

const MAX_CELL = 200;
const MAX_QUANTITY = 10_000_000;
const QUANTITY = /^-?(\d{1,9}|\d{1,3}(?:,\d{3}){1,2})(?:\.0+)?$/;
const EARLIEST_MS = Date.UTC(1995, 0, 1);

/**
 * Judges one line of an order history: a sale has a number, a code, a moment, a quantity and a price above
 * 0; a refund is an invoice with the refund's prefix and a quantity below 0; everything else is refused
 * with the first fault found. `latest` bounds the moment: nothing was sold in the future.
 */
export function judgeHistoryLine(
  cells: readonly string[],
  mapping: HistoryMapping,
  latest: Date,
): JudgedLine {
  const cell = (field: HistoryField) => (cells[mapping.columns[field] ?? -1] ?? "").trim();
  const read = readValues(cell, mapping);
  const fault = findFault(cells, cell, read, mapping, latest);
  const units = Math.abs(read.quantity ?? 0);
  const taken = read.isRefund ? "refund" : "sale";
  const code = clip(cell("code"));
  return {
    kind: fault === "" ? taken : "refused",
    invoiceNo: clip(cell("invoiceNo")),
    code,
    title: clip(cell("title")),
    isService: !/\d/.test(code),
    quantity: fault === "" ? units : bounded(read.quantity),
    unitPriceFen: read.unitPriceFen,
    amountFen: fault === "" ? BigInt(units) * (read.unitPriceFen ?? 0n) : 0n,
    soldAt: read.soldAt,
    customerRef: clip(cell("customerRef")),
    region: clip(cell("region")),
    fault,
  };
}

type Values = {
  isRefund: boolean;
  soldAt: Date | null;
  quantity: number | null;
  unitPriceFen: Fen | null;
};

function readValues(cell: (field: HistoryField) => string, mapping: HistoryMapping): Values {
  const { refundPrefix, dateOrder } = mapping;
  const quantity = cell("quantity");
  return {
    isRefund: refundPrefix !== "" && cell("invoiceNo").startsWith(refundPrefix),
    soldAt: parseSoldAt(cell("soldAt"), dateOrder),
    quantity: QUANTITY.test(quantity) ? Number(quantity.replaceAll(",", "")) : null,
    unitPriceFen: parseUnitPrice(cell("unitPrice")),
  };
}

function findFault(
  cells: readonly string[],
  cell: (field: HistoryField) => string,
  { isRefund, soldAt, quantity, unitPriceFen }: Values,
  { ignoredPrefix }: HistoryMapping,
  latest: Date,
): HistoryFault | "" {
  if (cells.some((text) => text.includes("\uFFFD") || text.includes("\u0000"))) {
    return "unreadable_text";
  }
  if (cell("invoiceNo") === "") return "invoice_missing";
  if (ignoredPrefix !== "" && cell("invoiceNo").startsWith(ignoredPrefix)) return "not_an_order";
  if (cell("code") === "") return "code_missing";
  if (cell("invoiceNo").length > MAX_CELL || cell("code").length > MAX_CELL) return "cell_too_long";
  if (soldAt === null) return "date_unreadable";
  if (soldAt.getTime() < EARLIEST_MS || soldAt > latest) return "date_out_of_range";
  return findAmountFault(isRefund, quantity, unitPriceFen);
}

function findAmountFault(
  isRefund: boolean,
  quantity: number | null,
  unitPriceFen: Fen | null,
): HistoryFault | "" {
  if (quantity === null || Math.abs(quantity) > MAX_QUANTITY) return "quantity_unreadable";
  if (isRefund && quantity >= 0) return "refund_not_negative";
  if (!isRefund && quantity <= 0) return "quantity_not_positive";
  if (unitPriceFen === null) return "price_unreadable";
  return unitPriceFen > 0n ? "" : "price_not_positive";
}

const bounded = (quantity: number | null) =>
  quantity !== null && Math.abs(quantity) > MAX_QUANTITY ? null : quantity;

/** Long cells are kept short: the database cannot store a zero byte, and nobody reads ten megabytes. */
function clip(text: string): string {
  return text.replaceAll("\u0000", "").slice(0, MAX_CELL);
}
