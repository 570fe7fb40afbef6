import { smallerFen } from "@/domain/money/fen";
import { findPicture } from "@/features/catalogue/queries/find-picture";
import { getCategory } from "@/features/catalogue/queries/get-category";
import { getProduct } from "@/features/catalogue/queries/get-product";
import { listScenes } from "@/features/catalogue/queries/list-scenes";
import { getProfile } from "@/features/merchants/queries/get-profile";
import type { ShareSubject, ShareTarget } from "@/features/sharing/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** What a share of this target shows, or null when the shop does not show the target (any more). */
export async function getShareSubject(
  tx: MerchantTx,
  merchantId: string,
  target: ShareTarget,
): Promise<ShareSubject | null> {
  const profile = await getProfile(tx, merchantId);
  const plain = {
    target,
    shopName: profile.name,
    description: profile.slogan,
    priceFen: null,
    hasSeveralPrices: false,
    picture: null,
  };
  switch (target.kind) {
    case "shop": {
      const picture = await findPicture(tx, {
        merchantId,
        pictureId: profile.bannerPictureId,
        alt: profile.name,
      });
      return { ...plain, title: profile.name, picture };
    }
    case "product":
      return getProductSubject(tx, merchantId, plain);
    case "category": {
      const category = await getCategory(tx, { merchantId, slug: target.slug });
      return category && { ...plain, title: `${profile.name} · ${category.name}` };
    }
    case "scene": {
      const [scene] = await listScenes(tx, { merchantId, slug: target.slug });
      if (!scene) return null;
      const { title, description, picture } = scene;
      return { ...plain, title, description: description || plain.description, picture };
    }
  }
}

async function getProductSubject(
  tx: MerchantTx,
  merchantId: string,
  plain: Omit<ShareSubject, "title">,
): Promise<ShareSubject | null> {
  const product = await getProduct(tx, { merchantId, slug: plain.target.slug });
  if (!product) return null;
  const [first, ...others] = product.offers.map(({ unitPriceFen }) => unitPriceFen);
  if (first === undefined) return null;
  return {
    ...plain,
    title: product.title,
    description: product.subtitle || plain.description,
    priceFen: others.reduce(smallerFen, first),
    hasSeveralPrices: others.some((fen) => fen !== first),
    picture: product.pictures[0] ?? null,
  };
}
