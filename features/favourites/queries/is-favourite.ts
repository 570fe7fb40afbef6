import { keptBy } from "@/features/favourites/queries/kept-by";
import type { FavouriteOwner } from "@/features/favourites/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** Whether somebody keeps a product; a slug that the shop does not have is kept by nobody. */
export async function isFavourite(
  tx: MerchantTx,
  { owner, slug }: { owner: FavouriteOwner; slug: string },
): Promise<boolean> {
  return (await tx.favourite.count({ where: { ...keptBy(owner), product: { slug } } })) > 0;
}
