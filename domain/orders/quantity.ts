export const MIN_LINE_QUANTITY = 1;
export const MAX_LINE_QUANTITY = 999;

export type ParsedQuantity =
  | { ok: true; quantity: number }
  | { ok: false; reason: "not_an_integer" | "too_small" | "too_large" };

/**
 * Reads the quantity of a cart or order line from whatever a client sent: an integer from 1 to 999,
 * as a number or as plain decimal digits (form fields and query strings are text). "1e2", "0x10",
 * " 3" and true are refused, though JavaScript would make numbers of them.
 */
export function parseQuantity(value: unknown): ParsedQuantity {
  const quantity = typeof value === "string" ? fromDigits(value) : value;
  if (typeof quantity !== "number" || !Number.isInteger(quantity)) {
    return { ok: false, reason: "not_an_integer" };
  }
  if (quantity < MIN_LINE_QUANTITY) return { ok: false, reason: "too_small" };
  if (quantity > MAX_LINE_QUANTITY) return { ok: false, reason: "too_large" };
  return { ok: true, quantity };
}

function fromDigits(text: string): number {
  return /^-?\d{1,100}$/.test(text) ? Number(text) : Number.NaN;
}
