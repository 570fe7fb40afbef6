import { productCardSelect, toProductCard } from "@/features/catalogue/queries/to-product-card";
import type { ProductCardView } from "@/features/catalogue/schema";
import { keptBy } from "@/features/favourites/queries/kept-by";
import type { FavouriteOwner } from "@/features/favourites/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

const shown = 200;

/** What somebody keeps and the shop still sells, the latest first; kept on two browsers it stands once. */
export async function listFavourites(
  tx: MerchantTx,
  owner: FavouriteOwner,
): Promise<ProductCardView[]> {
  const rows = await tx.favourite.findMany({
    where: { ...keptBy(owner), product: { status: "active" } },
    orderBy: [{ createdAt: "desc" }, { productId: "asc" }],
    take: shown,
    select: { product: { select: productCardSelect } },
  });
  const cards = rows.map(({ product }) => toProductCard(product)).filter((card) => card !== null);
  return [
    ...new Map(cards.toReversed().map((card) => [card.productId, card])).values(),
  ].toReversed();
}
