import type { TestMerchant } from "@/e2e/database";
import { addPurchase, receive } from "@/e2e/purchase-fixtures";
import { cancelPurchaseOrder } from "@/features/purchasing/commands/cancel-purchase-order";
import { openCount } from "@/features/purchasing/commands/open-count";
import { postCount } from "@/features/purchasing/commands/post-count";
import { inMerchant } from "@/lib/db/in-merchant";

const now = new Date("2026-03-20T02:00:00.000Z");
const soon = new Date("2026-03-20T03:00:00.000Z");

/** A purchase order in every state, and a counting sheet with and without a difference. */
export async function purchaseThrough(shop: TestMerchant): Promise<void> {
  const staff = { merchantId: shop.merchantId, staffId: shop.ownerId };
  const [first, second] = shop.skuIds;
  const lines = [
    { skuId: first, units: 9, unitCostFen: 5_111n },
    { skuId: second, units: 4, unitCostFen: 0n },
  ];
  await addPurchase(shop, lines, now, "draft");
  await addPurchase(shop, lines, now);
  await receive(shop, await addPurchase(shop, lines, now), [[1, 5]], now);
  const whole = await addPurchase(shop, lines, now);
  await receive(shop, whole, [[1, 9]], now);
  await receive(shop, whole, [[2, 4]], now);
  const rest = await addPurchase(shop, lines, now);
  await receive(shop, rest, [[2, 1]], now);
  await cancelPurchaseOrder(staff, { purchaseOrderId: rest }, now);
  const opened = await openCount(staff, { name: "盘点", categoryId: "" }, soon);
  if (!opened.ok) throw new Error(opened.reason);
  const { countId } = opened;
  const sheet = await countedLines(shop, countId);
  const posted = await postCount(staff, { countId, lines: sheet }, new Date(soon.getTime() + 1));
  if (!posted.ok) throw new Error(posted.reason);
}

/** The first line as expected, the second one unit more. */
async function countedLines({ merchantId }: TestMerchant, countId: string) {
  const lines = await inMerchant(merchantId, (tx) =>
    tx.stockCountLine.findMany({ where: { countId }, orderBy: { lineNo: "asc" }, take: 2 }),
  );
  return lines.map(({ lineNo, expectedUnits }, index) => ({
    lineNo,
    countedUnits: expectedUnits + index,
    reason: "找回",
  }));
}
