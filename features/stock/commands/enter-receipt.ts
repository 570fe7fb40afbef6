import type { Fen } from "@/domain/money/fen";
import { receiveStock, unitCostFen } from "@/domain/stock/moving-average-cost";
import { lockStock } from "@/features/stock/commands/lock-stock";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";

type ArrivedLine = { lineNo: number; skuId: string; units: number; costFen: Fen };

/**
 * Goods of a receipt go on the shelf at what they cost: one movement per line, and the SKU's entered
 * cost follows the moving average. Each SKU stands in one line. SKU rows are locked before those of the
 * stock, as by who edits products, both in the order of their ids.
 */
export async function enterReceipt(
  tx: MerchantTx,
  receipt: {
    merchantId: string;
    receiptId: string;
    arrived: readonly ArrivedLine[];
    staffId: string;
    now: Date;
  },
): Promise<void> {
  const { merchantId, receiptId, arrived, staffId, now } = receipt;
  const skuIds = arrived.map(({ skuId }) => skuId);
  await tx.$queryRaw`
    select id from sku where merchant_id = ${merchantId}::uuid and id = any(${skuIds}::uuid[])
    order by id for no key update`;
  await tx.stock.createMany({
    data: skuIds.map((skuId) => ({ merchantId, skuId })),
    skipDuplicates: true,
  });
  const stocks = await lockStock(tx, { merchantId, skuIds });
  for (const { skuId, onHand, valueFen } of stocks) {
    const line = arrived.find((one) => one.skuId === skuId);
    if (!line) continue;
    const after = receiveStock({ units: onHand, valueFen }, line.units, line.costFen);
    await tx.stock.update({
      where: { merchantId_skuId: { merchantId, skuId }, onHand },
      data: { onHand: after.units, valueFen: after.valueFen },
    });
    await tx.sku.update({
      where: { merchantId_id: { merchantId, id: skuId } },
      data: { costFen: unitCostFen(after) ?? 0n },
    });
  }
  await tx.stockMovement.createMany({
    data: arrived.map(({ lineNo, skuId, units, costFen }) => ({
      merchantId,
      id: newId(),
      skuId,
      delta: units,
      valueFen: costFen,
      reason: "received",
      referenceId: receiptId,
      referenceLine: lineNo,
      createdAt: now,
      createdBy: staffId,
    })),
  });
}
