import { saveProduct } from "@/features/catalogue/commands/save-product";
import { inMerchant } from "@/lib/db/in-merchant";
import type { SeedProduct, SeedSku } from "@/prisma/seed/catalogue/seed-product";
import { expectOk } from "@/prisma/seed/shops/expect-ok";
import { fillShelves, type Shelves } from "@/prisma/seed/shops/fill-shelves";
import type { OpenShop } from "@/prisma/seed/shops/open-shop";
import { writeProfile } from "@/prisma/seed/shops/write-profile";

/** What of the catalogue the history needs to know. */
export type ShelfOffer = {
  skuId: string;
  productId: string;
  sku: SeedSku;
  product: SeedProduct;
  /** Units at the opening. */
  openingStock: number;
};

/** What the catalogue is made from besides the seed: ids of pictures by name, stock at the opening. */
type Supplies = {
  pictures: ReadonlyMap<string, string>;
  openingStockOf: (sku: SeedSku) => number;
  now: Date;
};

/**
 * Puts profile, shelves and products of a demo shop in place, as its operator would.
 * @returns every SKU of the shop
 */
export async function fillCatalogue(shop: OpenShop, supplies: Supplies): Promise<ShelfOffer[]> {
  const { merchantId } = shop;
  const { pictures, openingStockOf, now } = supplies;
  await inMerchant(merchantId, (tx) => writeProfile(tx, shop, pictures));
  const shelves = await fillShelves(shop, pictures, now);
  for (const product of shop.demo.seed.products) {
    await addProduct(shop, { product, shelves, ...supplies });
  }
  return listOffers(shop, openingStockOf);
}

async function addProduct(
  { merchantId, staffIds }: OpenShop,
  entry: Supplies & { product: SeedProduct; shelves: Shelves },
): Promise<void> {
  const { product, shelves, pictures, openingStockOf, now } = entry;
  const operator = { merchantId, staffId: staffIds.operator };
  const input = {
    title: product.name,
    subtitle: product.subtitle,
    description: product.paragraphs.join("\n\n"),
    specifications: product.specs.map(({ label, value }) => ({ name: label, value })),
    slug: product.slug,
    status: "active" as const,
    categoryId: shelves.categories.get(product.category) ?? "",
    freightTemplateId: "",
    sceneIds: product.scenes.flatMap((slug) => shelves.scenes.get(slug) ?? []),
    pictureIds: product.pictures.flatMap((name) => pictures.get(name) ?? []),
    skus: product.skus.map((sku) => ({
      id: "",
      code: sku.code,
      optionName: sku.name,
      unitPriceFen: sku.priceFen,
      listPriceFen: sku.listPriceFen,
      costFen: sku.costFen,
      weightGrams: sku.weightGrams,
      isActive: "yes" as const,
      openingStock: openingStockOf(sku),
    })),
  };
  expectOk(await saveProduct(operator, null, input, now));
}

async function listOffers(
  { merchantId, demo }: OpenShop,
  openingStockOf: (sku: SeedSku) => number,
): Promise<ShelfOffer[]> {
  const rows = await inMerchant(merchantId, (tx) =>
    tx.sku.findMany({ where: { merchantId }, select: { id: true, code: true, productId: true } }),
  );
  const rowOf = new Map(rows.map((row) => [row.code, row]));
  return demo.seed.products.flatMap((product) =>
    product.skus.map((sku) => {
      const row = rowOf.get(sku.code);
      if (!row) throw new Error(`the catalogue has no ${sku.code}`);
      const { id: skuId, productId } = row;
      return { skuId, productId, sku, product, openingStock: openingStockOf(sku) };
    }),
  );
}
