import { decideCartLineState } from "@/domain/orders/cart-line-state";
import { ownedBy } from "@/features/carts/queries/owned-by";
import { type CartOwner, type CartView, maxCartLines } from "@/features/carts/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

const select = {
  skuId: true,
  quantity: true,
  seenUnitPriceFen: true,
  sku: {
    select: {
      optionName: true,
      unitPriceFen: true,
      isActive: true,
      stock: { select: { onHand: true, reserved: true } },
      product: {
        select: {
          slug: true,
          title: true,
          status: true,
          pictures: {
            orderBy: { position: "asc" },
            take: 1,
            select: {
              picture: {
                select: { storageKey: true, width: true, height: true, color: true, alt: true },
              },
            },
          },
        },
      },
    },
  },
} as const;

/** The cart, newest line first, each compared with the shop as it is now. */
export async function getCart(tx: MerchantTx, owner: CartOwner): Promise<CartView> {
  const { merchantId } = owner;
  const items = await tx.cartItem.findMany({
    where: { merchantId, cart: ownedBy(owner) },
    orderBy: [{ addedAt: "desc" }, { skuId: "asc" }],
    take: maxCartLines,
    select,
  });
  const lines = items.map(({ skuId, quantity, seenUnitPriceFen, sku }) => {
    const { optionName, unitPriceFen, product } = sku;
    const { onHand, reserved } = sku.stock ?? { onHand: 0, reserved: 0 };
    const left = Math.max(0, onHand - reserved);
    const onSale = sku.isActive && product.status === "active";
    return {
      skuId,
      slug: product.slug,
      title: product.title,
      optionName,
      picture: product.pictures[0]?.picture ?? null,
      quantity,
      seenUnitPriceFen,
      unitPriceFen,
      left,
      state: decideCartLineState({ onSale, left, quantity, seenUnitPriceFen, unitPriceFen }),
    };
  });
  return { lines, count: lines.reduce((sum, line) => sum + line.quantity, 0) };
}
