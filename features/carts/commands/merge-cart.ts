import { MAX_LINE_QUANTITY } from "@/domain/orders/quantity";
import { lockCart } from "@/features/carts/commands/lock-cart";
import { maxCartLines } from "@/features/carts/schema";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import type { MerchantTx } from "@/lib/db/in-merchant";

/**
 * At sign-in: what lies in the browser's cart moves into the customer's. Where both hold a SKU the
 * larger quantity stays (the same person chose twice, they did not choose the sum); beyond 100 lines
 * the browser's oldest are dropped. The browser's cart is gone afterwards, so a second call changes
 * nothing.
 */
export async function mergeCart(
  tx: MerchantTx,
  input: { merchantId: AuthorizedMerchantId; visitorId: string; customerId: string; now: Date },
): Promise<void> {
  const { merchantId, visitorId, customerId, now } = input;
  // Locked by the update, so that a tap on "add" waits, and then finds no cart to lose its line in.
  const left = await tx.cart.updateManyAndReturn({
    where: { merchantId, visitorId },
    data: { updatedAt: now },
    select: { id: true },
  });
  const visitorCart = left[0];
  if (!visitorCart) return;
  const items = await tx.cartItem.findMany({
    where: { merchantId, cartId: visitorCart.id },
    orderBy: [{ addedAt: "desc" }, { skuId: "asc" }],
  });
  if (items.length > 0) {
    const cartId = await lockCart(tx, { merchantId, visitorId, customerId }, now);
    const present = await tx.cartItem.findMany({ where: { merchantId, cartId } });
    const quantities = new Map(present.map(({ skuId, quantity }) => [skuId, quantity]));
    const isNew = ({ skuId }: { skuId: string }) => !quantities.has(skuId);
    await tx.cartItem.createMany({
      data: items
        .filter(isNew)
        .slice(0, Math.max(0, maxCartLines - present.length))
        .map((item) => ({ ...item, cartId })),
    });
    for (const { skuId, quantity, seenUnitPriceFen } of items) {
      const larger = Math.min(quantity, MAX_LINE_QUANTITY);
      if (larger <= (quantities.get(skuId) ?? MAX_LINE_QUANTITY)) continue;
      await tx.cartItem.updateMany({
        where: { merchantId, cartId, skuId },
        data: { quantity: larger, seenUnitPriceFen },
      });
    }
  }
  await tx.cart.deleteMany({ where: { merchantId, id: visitorCart.id } });
}
