import { MAX_LINE_QUANTITY, parseQuantity } from "@/domain/orders/quantity";
import { lockCart } from "@/features/carts/commands/lock-cart";
import { findOffer } from "@/features/carts/queries/find-offer";
import { type AddToCartInput, type CartOwner, maxCartLines } from "@/features/carts/schema";
import { inMerchant } from "@/lib/db/in-merchant";

export type AddToCartResult =
  | { ok: true }
  | { ok: false; reason: "bad_quantity" | "sku_gone" | "sold_out" | "cart_full" }
  /** `left` in the shop, `inCart` already there. */
  | { ok: false; reason: "too_few_left"; left: number; inCart: number };

/**
 * Puts a SKU into the cart, on top of what lies there already. Stock is compared, not held: the
 * checkout decides.
 */
export async function addToCart(
  owner: CartOwner,
  input: AddToCartInput,
  now: Date,
): Promise<AddToCartResult> {
  const parsed = parseQuantity(input.quantity);
  if (!parsed.ok) return { ok: false, reason: "bad_quantity" };
  const { merchantId } = owner;
  const { skuId, seenUnitPriceFen } = input;
  return inMerchant(merchantId, async (tx) => {
    const offer = await findOffer(tx, { merchantId, skuId });
    if (!offer?.onSale) return { ok: false, reason: "sku_gone" };
    if (offer.left === 0) return { ok: false, reason: "sold_out" };
    const cartId = await lockCart(tx, owner, now);
    const key = { merchantId, cartId, skuId };
    const present = await tx.cartItem.findUnique({
      where: { merchantId_cartId_skuId: key },
      select: { quantity: true },
    });
    const inCart = present?.quantity ?? 0;
    const quantity = inCart + parsed.quantity;
    if (quantity > Math.min(offer.left, MAX_LINE_QUANTITY)) {
      return { ok: false, reason: "too_few_left", left: offer.left, inCart };
    }
    if (!present && (await tx.cartItem.count({ where: { merchantId, cartId } })) >= maxCartLines) {
      return { ok: false, reason: "cart_full" };
    }
    const seen = { quantity, seenUnitPriceFen };
    await tx.cartItem.upsert({
      where: { merchantId_cartId_skuId: key },
      create: { ...key, ...seen, addedAt: now },
      update: seen,
    });
    return { ok: true };
  });
}
