import type { MerchantTx } from "@/lib/db/in-merchant";

/** A line of a counting sheet: what the books said of a SKU, and when. */
export type SheetLine = { lineNo: number; skuId: string; expectedUnits: number; expectedAt: Date };

/**
 * The lines whose stock moved since their sheet was opened, also where it came back to the same number.
 * @param question.onHand what lies there now, under a lock
 * @returns their numbers
 */
export async function listMovedLines(
  tx: MerchantTx,
  question: {
    merchantId: string;
    lines: readonly SheetLine[];
    onHand: ReadonlyMap<string, number>;
  },
): Promise<number[]> {
  const { merchantId, lines, onHand } = question;
  const asked = lines.map(({ lineNo, skuId, expectedAt }) => ({ lineNo, skuId, expectedAt }));
  const rows = await tx.$queryRaw<{ lineNo: number }[]>`
    select a."lineNo" from json_to_recordset(${JSON.stringify(asked)}::json)
      as a("lineNo" int, "skuId" uuid, "expectedAt" timestamptz)
    where exists (
      select from stock_movement m where m.merchant_id = ${merchantId}::uuid
        and m.sku_id = a."skuId" and m.created_at >= a."expectedAt")`;
  const moved = new Set(rows.map(({ lineNo }) => lineNo));
  return lines
    .filter((line) => moved.has(line.lineNo) || onHand.get(line.skuId) !== line.expectedUnits)
    .map(({ lineNo }) => lineNo);
}
