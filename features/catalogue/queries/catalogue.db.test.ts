import { beforeAll, expect, test } from "vitest";
import { testMerchants } from "@/e2e/database";
import { getCategory } from "@/features/catalogue/queries/get-category";
import { getProduct } from "@/features/catalogue/queries/get-product";
import { listCategories } from "@/features/catalogue/queries/list-categories";
import { listOffers } from "@/features/catalogue/queries/list-offers";
import { listProducts } from "@/features/catalogue/queries/list-products";
import { listScenes } from "@/features/catalogue/queries/list-scenes";
import { type ProductFilter, parseSearch } from "@/features/catalogue/schema";
import { inMerchant } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";

const { a, b } = await testMerchants();
const now = new Date("2026-03-01T00:00:00.000Z");
const { merchantId } = a;

const titles = ["蛋黄鲜肉粽 100%", "100 号豆沙粽", "鲜肉_粽", "Egg Zongzi", "路径\\粽"];

beforeAll(async () => {
  await inMerchant(merchantId, async (tx) => {
    for (const [index, title] of titles.entries()) await createProduct(tx, title, index, "active");
    await createProduct(tx, "草稿粽", 90, "draft");
    await createProduct(tx, "下架粽", 91, "archived");
    const sceneId = newId();
    await tx.scene.create({ data: { merchantId, id: sceneId, slug: "gift", title: "送礼" } });
    const { id: productId } = await tx.product.findFirstOrThrow({ where: { title: "Egg Zongzi" } });
    await tx.sceneProduct.create({ data: { merchantId, sceneId, productId } });
  });
});

async function createProduct(
  tx: Parameters<Parameters<typeof inMerchant>[1]>[0],
  title: string,
  position: number,
  status: "active" | "draft" | "archived",
) {
  const id = newId();
  await tx.product.create({
    data: {
      merchantId,
      id,
      slug: `made-${position}`,
      title,
      status,
      categoryId: a.categoryId,
      position: 10 + position,
      createdAt: now,
      updatedAt: now,
    },
  });
  await tx.sku.create({
    data: {
      merchantId,
      id: newId(),
      productId: id,
      code: `made-${position}`,
      unitPriceFen: 1_000n,
    },
  });
}

const list = (filter: ProductFilter, limit = 60, after?: string) =>
  inMerchant(merchantId, (tx) => listProducts(tx, { merchantId, filter, limit, after }));
const search = async (text: string) =>
  (await list({ terms: parseSearch(text).terms })).products.map(({ title }) => title);

test("search finds parts of words, in any case and width, all terms together", async () => {
  expect(await search("鲜肉")).toEqual(["蛋黄鲜肉粽 100%", "鲜肉_粽"]);
  expect(await search("  蛋黄   粽 ")).toEqual(["蛋黄鲜肉粽 100%"]);
  expect(await search("ＥＧＧ")).toEqual(["Egg Zongzi"]);
  expect(await search("送礼")).toEqual(["Egg Zongzi"]);
  expect(await search("3 号装")).toEqual(["粽子 1"]);
  expect(await search("没有这种")).toEqual([]);
});

test("%, _ and \\ are looked for as they stand", async () => {
  expect(await search("%")).toEqual(["蛋黄鲜肉粽 100%"]);
  expect(await search("_")).toEqual(["鲜肉_粽"]);
  expect(await search("\\")).toEqual(["路径\\粽"]);
  expect(await search("'; drop table product; --")).toEqual([]);
});

test("drafts and what was taken down are nowhere", async () => {
  expect(await search("草稿粽")).toEqual([]);
  for (const slug of ["made-90", "made-91"]) {
    expect(await inMerchant(merchantId, (tx) => getProduct(tx, { merchantId, slug }))).toBeNull();
    expect(await inMerchant(merchantId, (tx) => listOffers(tx, { merchantId, slug }))).toBeNull();
  }
});

test("leafing through shows each product once, in shelf order", async () => {
  const all = (await list({})).products.map(({ productId }) => productId);
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await list({}, 2, after);
    seen.push(...page.products.map(({ productId }) => productId));
    after = page.next ?? undefined;
  } while (after);
  expect(seen).toEqual(all);
  expect(all).toHaveLength(7);
});

test("a product shows its prices and what is left of each option", async () => {
  const product = await inMerchant(merchantId, (tx) =>
    getProduct(tx, { merchantId, slug: "product-1" }),
  );
  expect(product?.offers).toMatchObject([
    { skuId: a.skuIds[0], unitPriceFen: 9_900n, left: 100 },
    { skuId: a.skuIds[2], unitPriceFen: 19_900n, left: 100 },
  ]);
  const [card] = (await list({})).products;
  expect(card).toMatchObject({ lowestPriceFen: 9_900n, hasSeveralPrices: true, soldOut: false });
});

test("another merchant's catalogue does not exist here", async () => {
  const foreign = { merchantId: b.merchantId };
  await inMerchant(b.merchantId, async (tx) => {
    expect(await getProduct(tx, { ...foreign, slug: "made-0" })).toBeNull();
    expect(await listScenes(tx, foreign)).toEqual([]);
    expect((await listProducts(tx, { ...foreign, limit: 60 })).products).toHaveLength(2);
    // Even asked with the other merchant's id, row security shows nothing.
    expect((await listProducts(tx, { merchantId, limit: 60 })).products).toEqual([]);
    expect(await getCategory(tx, { merchantId, slug: "all" })).toBeNull();
  });
  const categories = await inMerchant(merchantId, (tx) => listCategories(tx, { merchantId }));
  expect(categories).toMatchObject([{ slug: "all", productCount: 7 }]);
});
