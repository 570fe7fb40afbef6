import { keptBy } from "@/features/favourites/queries/kept-by";
import type { FavouriteOwner } from "@/features/favourites/schema";
import { ensureVisitor } from "@/features/visitors/commands/ensure-visitor";
import { inMerchant } from "@/lib/db/in-merchant";

/**
 * Keeps a product for somebody, or no longer. Doing it again changes nothing; letting go holds for all of
 * a customer's browsers.
 */
export async function setFavourite(
  owner: FavouriteOwner,
  { slug, isOn }: { slug: string; isOn: boolean },
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: "not_found" }> {
  const { merchantId, visitorId } = owner;
  return inMerchant(merchantId, async (tx) => {
    const product = await tx.product.findFirst({
      where: { merchantId, slug, status: "active" },
      select: { id: true },
    });
    if (!product) return { ok: false, reason: "not_found" };
    const productId = product.id;
    if (!isOn) {
      await tx.favourite.deleteMany({ where: { ...keptBy(owner), productId } });
      return { ok: true };
    }
    await ensureVisitor(tx, { merchantId, visitorId, now });
    await tx.favourite.createMany({
      data: [{ merchantId, visitorId, productId, createdAt: now }],
      skipDuplicates: true,
    });
    return { ok: true };
  });
}
