import { keptBy } from "@/features/favourites/queries/kept-by";
import type { FavouriteOwner } from "@/features/favourites/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/**
 * Whether somebody keeps a product; null for a slug that the shop does not have.
 * @param owner null for a browser that nobody knows: it keeps nothing
 */
export async function isFavourite(
  tx: MerchantTx,
  asked: { merchantId: string; owner: FavouriteOwner | null; slug: string },
): Promise<boolean | null> {
  const { merchantId, owner, slug } = asked;
  const product = await tx.product.findUnique({
    where: { merchantId_slug: { merchantId, slug } },
    select: { id: true },
  });
  if (!product) return null;
  if (!owner) return false;
  return (await tx.favourite.count({ where: { ...keptBy(owner), productId: product.id } })) > 0;
}
