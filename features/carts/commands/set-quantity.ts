import { parseQuantity } from "@/domain/orders/quantity";
import { findOffer } from "@/features/carts/queries/find-offer";
import { ownedBy } from "@/features/carts/queries/owned-by";
import type { CartOwner, SetQuantityInput } from "@/features/carts/schema";
import { inMerchant } from "@/lib/db/in-merchant";

export type SetQuantityResult =
  | { ok: true }
  | { ok: false; reason: "bad_quantity" | "not_found" | "sku_gone" }
  | { ok: false; reason: "too_few_left"; left: number };

/** Sets how many of a SKU lie in the cart, at most as many as the shop has. */
export async function setQuantity(
  owner: CartOwner,
  input: SetQuantityInput,
): Promise<SetQuantityResult> {
  const parsed = parseQuantity(input.quantity);
  if (!parsed.ok) return { ok: false, reason: "bad_quantity" };
  const { merchantId } = owner;
  const { skuId } = input;
  return inMerchant(merchantId, async (tx) => {
    const offer = await findOffer(tx, { merchantId, skuId });
    if (!offer) return { ok: false, reason: "not_found" };
    if (!offer.onSale) return { ok: false, reason: "sku_gone" };
    if (parsed.quantity > offer.left) {
      return { ok: false, reason: "too_few_left", left: offer.left };
    }
    const changed = await tx.cartItem.updateMany({
      where: { merchantId, skuId, cart: ownedBy(owner) },
      data: { quantity: parsed.quantity },
    });
    return changed.count === 1 ? { ok: true } : { ok: false, reason: "not_found" };
  });
}
