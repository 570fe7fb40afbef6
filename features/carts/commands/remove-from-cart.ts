import { ownedBy } from "@/features/carts/queries/owned-by";
import type { CartOwner } from "@/features/carts/schema";
import { inMerchant } from "@/lib/db/in-merchant";

/** Takes a SKU out of the cart; taking out what is not there changes nothing and is no fault. */
export async function removeFromCart(owner: CartOwner, skuId: string): Promise<void> {
  const { merchantId } = owner;
  await inMerchant(merchantId, (tx) =>
    tx.cartItem.deleteMany({ where: { merchantId, skuId, cart: ownedBy(owner) } }),
  );
}
