import { ownedBy } from "@/features/carts/queries/owned-by";
import type { CartOwner } from "@/features/carts/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** How many pieces lie in the cart. */
export async function countCart(tx: MerchantTx, owner: CartOwner): Promise<number> {
  const { merchantId } = owner;
  const sum = await tx.cartItem.aggregate({
    where: { merchantId, cart: ownedBy(owner) },
    _sum: { quantity: true },
  });
  return sum._sum.quantity ?? 0;
}
