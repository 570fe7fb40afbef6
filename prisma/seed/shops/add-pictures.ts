import { addPicture } from "@/features/pictures/commands/add-picture";
import { renderSeedPicture } from "@/prisma/seed/pictures/render-seed-picture";
import { expectOk } from "@/prisma/seed/shops/expect-ok";
import type { OpenShop } from "@/prisma/seed/shops/open-shop";

/** As many as the machine has hands for; each holds a whole picture in memory. */
const width = 4;

/** Uploads a shop's pictures. @returns their ids by name */
export async function addPictures(shop: OpenShop, now: Date): Promise<Map<string, string>> {
  const { merchantId } = shop;
  const ids = new Map<string, string>();
  const waiting = namesOf(shop).values();
  const work = async (): Promise<void> => {
    for (const name of waiting) {
      const added = expectOk(await addPicture({ merchantId }, await renderSeedPicture(name), now));
      ids.set(name, added.pictureId);
    }
  };
  await Promise.all(Array.from({ length: width }, work));
  return ids;
}

function namesOf({ demo: { seed } }: OpenShop): Set<string> {
  const { logo, banner, scenes, products } = seed;
  const onShelves = products.flatMap(({ pictures }) => pictures);
  return new Set([logo, banner, ...scenes.map(({ picture }) => picture), ...onShelves]);
}
