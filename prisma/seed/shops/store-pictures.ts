import { inMerchant } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";
import { storePicture } from "@/lib/storage/store-picture";
import { renderSeedPicture } from "@/prisma/seed/pictures/render-seed-picture";
import { expectOk } from "@/prisma/seed/shops/expect-ok";
import type { OpenShop } from "@/prisma/seed/shops/open-shop";

/** Stores the originals of a shop's pictures. @returns picture ids by name */
export async function storePictures(shop: OpenShop, now: Date): Promise<Map<string, string>> {
  const { merchantId } = shop;
  const stored = await Promise.all(
    namesOf(shop).map(async (name) => {
      const { picture } = expectOk(await storePicture(await renderSeedPicture(name)));
      return { name, id: newId(), picture };
    }),
  );
  await inMerchant(merchantId, (tx) =>
    tx.picture.createMany({
      data: stored.map(({ id, picture }) => ({ merchantId, id, ...picture, createdAt: now })),
    }),
  );
  return new Map(stored.map(({ name, id }) => [name, id]));
}

function namesOf({ demo: { seed } }: OpenShop): string[] {
  const { logo, banner, scenes, products } = seed;
  return [
    ...new Set([
      logo,
      banner,
      ...scenes.map(({ picture }) => picture),
      ...products.flatMap(({ pictures }) => pictures),
    ]),
  ];
}
