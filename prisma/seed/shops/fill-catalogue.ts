import { inMerchant, type MerchantTx } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";
import type { SeedProduct, SeedSku } from "@/prisma/seed/catalogue/seed-product";
import type { OpenShop } from "@/prisma/seed/shops/open-shop";
import { storePictures } from "@/prisma/seed/shops/store-pictures";
import { writeProfile } from "@/prisma/seed/shops/write-profile";

/** What of the catalogue the history needs to know. */
export type ShelfOffer = { skuId: string; sku: SeedSku; product: SeedProduct };

type Shelves = { categories: Map<string, string>; scenes: Map<string, string> };

/** Puts pictures, shelves and products of a demo shop in place. @returns every SKU of it */
export async function fillCatalogue(shop: OpenShop, now: Date): Promise<ShelfOffer[]> {
  const { merchantId } = shop;
  const pictures = await storePictures(shop, now);
  return inMerchant(
    merchantId,
    async (tx) => {
      await writeProfile(tx, shop, pictures);
      const shelves = await writeShelves(tx, shop, pictures);
      const offers: ShelfOffer[] = [];
      for (const [position, product] of shop.demo.seed.products.entries()) {
        offers.push(
          ...(await writeProduct(tx, { shop, shelves, pictures, product, position, now })),
        );
      }
      return offers;
    },
    { timeoutMs: 60_000 },
  );
}

async function writeShelves(
  tx: MerchantTx,
  { merchantId, demo }: OpenShop,
  pictures: ReadonlyMap<string, string>,
): Promise<Shelves> {
  const categories = new Map<string, string>();
  const scenes = new Map<string, string>();
  for (const [position, { slug, name }] of demo.seed.categories.entries()) {
    const id = newId();
    categories.set(slug, id);
    await tx.category.create({ data: { merchantId, id, slug, name, position } });
  }
  for (const [position, { slug, title, line, picture }] of demo.seed.scenes.entries()) {
    const id = newId();
    scenes.set(slug, id);
    const pictureId = pictures.get(picture) ?? null;
    await tx.scene.create({
      data: { merchantId, id, slug, title, description: line, pictureId, position },
    });
  }
  return { categories, scenes };
}

async function writeProduct(
  tx: MerchantTx,
  entry: {
    shop: OpenShop;
    shelves: Shelves;
    pictures: ReadonlyMap<string, string>;
    product: SeedProduct;
    position: number;
    now: Date;
  },
): Promise<ShelfOffer[]> {
  const { shop, shelves, pictures, product, position, now } = entry;
  const { merchantId } = shop;
  const id = newId();
  const categoryId = shelves.categories.get(product.category);
  if (!categoryId) throw new Error(`no category ${product.category}`);
  await tx.product.create({
    data: {
      merchantId,
      id,
      slug: product.slug,
      title: product.name,
      subtitle: product.subtitle,
      description: product.paragraphs.join("\n\n"),
      specifications: product.specs.map(({ label, value }) => ({ name: label, value })),
      status: "active",
      categoryId,
      position,
      createdAt: now,
      updatedAt: now,
    },
  });
  await tx.productPicture.createMany({
    data: product.pictures.flatMap((name, place) => {
      const pictureId = pictures.get(name);
      return pictureId ? [{ merchantId, productId: id, pictureId, position: place }] : [];
    }),
  });
  await tx.sceneProduct.createMany({
    data: product.scenes.flatMap((slug) => {
      const sceneId = shelves.scenes.get(slug);
      return sceneId ? [{ merchantId, sceneId, productId: id, position }] : [];
    }),
  });
  const offers = product.skus.map((sku) => ({ skuId: newId(), sku, product }));
  await tx.sku.createMany({
    data: offers.map(({ skuId, sku }, place) => ({
      merchantId,
      id: skuId,
      productId: id,
      code: sku.code,
      optionName: sku.name,
      unitPriceFen: sku.priceFen,
      listPriceFen: sku.listPriceFen,
      costFen: sku.costFen,
      weightGrams: sku.weightGrams,
      position: place,
    })),
  });
  return offers;
}
