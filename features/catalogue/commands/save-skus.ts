import type { AuditActor } from "@/features/audit/commands/record-audit";
import type { ProductInput } from "@/features/catalogue/schema";
import { adjustStock } from "@/features/stock/commands/adjust-stock";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";

/**
 * Writes the SKUs of a product in the order given and opens the stock of new ones. SKUs that are not
 * named stay as they are: orders point at them.
 */
export async function saveSkus(
  tx: MerchantTx,
  change: {
    merchantId: string;
    productId: string;
    skus: ProductInput["skus"];
    actor: AuditActor;
    now: Date;
  },
): Promise<void> {
  const { merchantId, productId, skus, actor, now } = change;
  for (const [position, sku] of skus.entries()) {
    const { id, openingStock = 0, isActive, ...columns } = sku;
    const data = { ...columns, isActive: isActive === "yes", position };
    if (id) {
      await tx.sku.updateMany({ where: { merchantId, id, productId }, data });
      continue;
    }
    const skuId = newId();
    await tx.sku.createMany({ data: [{ ...data, merchantId, id: skuId, productId }] });
    const opening = { merchantId, skuId, delta: openingStock, reason: "opening" } as const;
    await adjustStock(tx, { ...opening, actor, now });
  }
}
