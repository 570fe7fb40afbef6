export const PURCHASE_STATES = [
  "draft",
  "ordered",
  "partly_received",
  "received",
  "cancelled",
] as const;
export type PurchaseState = (typeof PURCHASE_STATES)[number];

/** More than this of one SKU in one order is a slip. */
export const MAX_PURCHASE_UNITS = 100_000;

type PurchaseLineUnits = { lineNo: number; units: number; receivedUnits: number };
type ArrivedUnits = { lineNo: number; units: number };

type JudgedReceipt =
  | { ok: true; state: "partly_received" | "received" }
  | { ok: false; reason: "nothing" }
  | { ok: false; reason: "unknown_line" | "over_receipt"; lineNo: number };

/** Whether goods can still arrive for a purchase order in that state. */
export function canReceive(state: PurchaseState): boolean {
  return state === "ordered" || state === "partly_received";
}

/** Whether the rest of a purchase order can be given up in that state. */
export function canCancel(state: PurchaseState): boolean {
  return state === "draft" || canReceive(state);
}

/**
 * What a delivery makes of its purchase order: wholly received when no line waits for more. More than
 * was ordered is refused, for nobody agreed on its price; so are lines that the order does not have or
 * that are named twice, and a delivery of nothing. Throws RangeError for units that are not whole and
 * above 0.
 */
export function judgeReceipt(
  lines: readonly PurchaseLineUnits[],
  arrived: readonly ArrivedUnits[],
): JudgedReceipt {
  const left = new Map(lines.map((line) => [line.lineNo, line.units - line.receivedUnits]));
  const seen = new Set<number>();
  for (const { lineNo, units } of arrived) {
    if (!Number.isSafeInteger(units) || units <= 0) throw new RangeError(`no units: ${units}`);
    const before = left.get(lineNo);
    if (before === undefined || seen.has(lineNo))
      return { ok: false, reason: "unknown_line", lineNo };
    if (units > before) return { ok: false, reason: "over_receipt", lineNo };
    seen.add(lineNo);
    left.set(lineNo, before - units);
  }
  if (arrived.length === 0) return { ok: false, reason: "nothing" };
  const isWhole = [...left.values()].every((units) => units === 0);
  return { ok: true, state: isWhole ? "received" : "partly_received" };
}
