import { parseQuantity } from "@/domain/orders/quantity";

export type WantedLine = { skuId: string; quantity: unknown };
export type CheckedLine = { skuId: string; quantity: number };

/** @returns the lines with proven quantities, or the SKUs whose quantity is no integer from 1 to 999 */
export function checkQuantities(
  lines: readonly WantedLine[],
): { ok: true; lines: CheckedLine[] } | { ok: false; reason: "bad_quantity"; skuIds: string[] } {
  const checked: CheckedLine[] = [];
  const bad: string[] = [];
  for (const { skuId, quantity } of lines) {
    const parsed = parseQuantity(quantity);
    if (parsed.ok) checked.push({ skuId, quantity: parsed.quantity });
    else bad.push(skuId);
  }
  return bad.length === 0
    ? { ok: true, lines: checked }
    : { ok: false, reason: "bad_quantity", skuIds: bad };
}
