import { saveCategory } from "@/features/catalogue/commands/save-category";
import { saveScene } from "@/features/catalogue/commands/save-scene";
import { inMerchant } from "@/lib/db/in-merchant";
import { expectOk } from "@/prisma/seed/shops/expect-ok";
import type { OpenShop } from "@/prisma/seed/shops/open-shop";

/** Ids of categories and scenes by slug. */
export type Shelves = { categories: Map<string, string>; scenes: Map<string, string> };

/** The shop's categories and occasions, in their order. */
export async function fillShelves(
  { merchantId, staffIds, demo: { seed } }: OpenShop,
  pictures: ReadonlyMap<string, string>,
  now: Date,
): Promise<Shelves> {
  const operator = { merchantId, staffId: staffIds.operator };
  for (const [position, { slug, name }] of seed.categories.entries()) {
    expectOk(await saveCategory(operator, null, { slug, name, position }, now));
  }
  for (const [position, { slug, title, line }] of seed.scenes.entries()) {
    const input = { slug, title, description: line, position };
    expectOk(await saveScene(operator, null, input, now));
  }
  return inMerchant(merchantId, async (tx) => {
    for (const { slug, picture } of seed.scenes) {
      const pictureId = pictures.get(picture) ?? null;
      await tx.scene.updateMany({ where: { merchantId, slug }, data: { pictureId } });
    }
    const wanted = { where: { merchantId }, select: { id: true, slug: true } } as const;
    const bySlug = (rows: { id: string; slug: string }[]) =>
      new Map(rows.map(({ id, slug }) => [slug, id]));
    return {
      categories: bySlug(await tx.category.findMany(wanted)),
      scenes: bySlug(await tx.scene.findMany(wanted)),
    };
  });
}
