import { recordAudit } from "@/features/audit/commands/record-audit";
import { type Clerk, MAX_SHEET_LINES } from "@/features/purchasing/schema";
import { inMerchant } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";

type Opened =
  | { ok: true; countId: string }
  | { ok: false; reason: "nothing_to_count" | "too_many" };

/**
 * Opens a counting sheet over a category or everything: each SKU with what the books say now. More than
 * fits on one sheet is refused: it is counted by category.
 */
export async function openCount(
  staff: Clerk,
  input: { name: string; categoryId: string },
  now: Date,
): Promise<Opened> {
  const { merchantId, staffId } = staff;
  const { name, categoryId } = input;
  return inMerchant(merchantId, async (tx) => {
    const stocks = await tx.stock.findMany({
      where: { merchantId, sku: { product: categoryId ? { categoryId } : {} } },
      orderBy: [
        { sku: { product: { position: "asc" } } },
        { sku: { position: "asc" } },
        { skuId: "asc" },
      ],
      take: MAX_SHEET_LINES + 1,
      select: { skuId: true, onHand: true },
    });
    if (stocks.length === 0) return { ok: false, reason: "nothing_to_count" };
    if (stocks.length > MAX_SHEET_LINES) return { ok: false, reason: "too_many" };
    const countId = newId();
    await tx.stockCount.createMany({
      data: [{ merchantId, id: countId, name, openedAt: now, openedBy: staffId }],
    });
    await tx.stockCountLine.createMany({
      data: stocks.map(({ skuId, onHand }, index) => ({
        merchantId,
        countId,
        lineNo: index + 1,
        skuId,
        expectedUnits: onHand,
        expectedAt: now,
      })),
    });
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "staff", id: staffId },
      action: "stock_count.open",
      objectKind: "stock_count",
      objectId: countId,
      details: { lines: stocks.length },
      now,
    });
    return { ok: true, countId };
  });
}
