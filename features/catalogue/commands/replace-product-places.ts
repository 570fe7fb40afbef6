import type { MerchantTx } from "@/lib/db/in-merchant";

/** Puts exactly these pictures, in this order, and these scenes on a product. */
export async function replaceProductPlaces(
  tx: MerchantTx,
  change: {
    merchantId: string;
    productId: string;
    pictureIds: readonly string[];
    sceneIds: readonly string[];
  },
): Promise<void> {
  const { merchantId, productId, pictureIds, sceneIds } = change;
  await tx.productPicture.deleteMany({ where: { merchantId, productId } });
  await tx.productPicture.createMany({
    data: [...new Set(pictureIds)].map((pictureId, position) => ({
      merchantId,
      productId,
      pictureId,
      position,
    })),
  });
  await tx.sceneProduct.deleteMany({
    where: { merchantId, productId, sceneId: { notIn: [...sceneIds] } },
  });
  await tx.sceneProduct.createMany({
    data: [...new Set(sceneIds)].map((sceneId) => ({ merchantId, productId, sceneId })),
    skipDuplicates: true,
  });
}
