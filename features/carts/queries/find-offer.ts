import type { MerchantTx } from "@/lib/db/in-merchant";

/** Whether a SKU of this merchant can be bought now, and how many are left; null when it is not theirs. */
export async function findOffer(
  tx: MerchantTx,
  input: { merchantId: string; skuId: string },
): Promise<{ onSale: boolean; left: number } | null> {
  const { merchantId, skuId } = input;
  const sku = await tx.sku.findUnique({
    where: { merchantId_id: { merchantId, id: skuId } },
    select: {
      isActive: true,
      product: { select: { status: true } },
      stock: { select: { onHand: true, reserved: true } },
    },
  });
  if (!sku) return null;
  const { onHand, reserved } = sku.stock ?? { onHand: 0, reserved: 0 };
  return {
    onSale: sku.isActive && sku.product.status === "active",
    left: Math.max(0, onHand - reserved),
  };
}
