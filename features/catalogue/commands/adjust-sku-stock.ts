import type { HandReason } from "@/domain/stock/movement-reason";
import { type AdjustStockResult, adjustStock } from "@/features/stock/commands/adjust-stock";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";

/** A member of staff adds to or takes from the stock of one SKU and says why. */
export async function adjustSkuStock(
  staff: { merchantId: AuthorizedMerchantId; staffId: string },
  input: { skuId: string; delta: number; note: string; reason?: HandReason },
  now: Date,
): Promise<AdjustStockResult | { ok: false; reason: "not_found" }> {
  const { merchantId, staffId } = staff;
  return inMerchant(merchantId, async (tx) => {
    const known = await tx.sku.count({ where: { merchantId, id: input.skuId } });
    if (!known) return { ok: false, reason: "not_found" };
    const actor = { kind: "staff", id: staffId } as const;
    return adjustStock(tx, { reason: "adjusted", ...input, merchantId, actor, now });
  });
}
