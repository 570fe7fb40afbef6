import { expect, test } from "vitest";
import { testMerchants } from "@/e2e/database";
import { adjustSkuStock } from "@/features/catalogue/commands/adjust-sku-stock";
import { deleteCategory } from "@/features/catalogue/commands/delete-category";
import { saveCategory } from "@/features/catalogue/commands/save-category";
import { saveProduct } from "@/features/catalogue/commands/save-product";
import { getProductForStaff } from "@/features/catalogue/queries/get-product-for-staff";
import { productInput } from "@/features/catalogue/schema";
import { inMerchant } from "@/lib/db/in-merchant";

const { a, b } = await testMerchants();
const staff = { merchantId: a.merchantId, staffId: a.ownerId };
const stranger = { merchantId: b.merchantId, staffId: b.ownerId };
const at = (second: number) => new Date(Date.UTC(2026, 5, 1, 4, 0, second));

function form(change: Record<string, unknown> = {}) {
  return productInput.parse({
    title: "蛋黄粽",
    subtitle: "",
    description: "",
    specifications: "净含量：130 克\n没有冒号的一行",
    slug: "",
    status: "active",
    categoryId: a.categoryId,
    freightTemplateId: "",
    sceneIds: [],
    pictureIds: [],
    skus: [
      {
        id: "",
        code: "SP-1",
        optionName: "两只",
        unitPriceFen: "12.50",
        listPriceFen: "",
        costFen: "6",
        weightGrams: "260",
        isActive: "yes",
        openingStock: "30",
      },
    ],
    ...change,
  });
}

const sku = (change: Record<string, string>) => ({
  id: "",
  code: "SP-9",
  optionName: "",
  unitPriceFen: "5",
  listPriceFen: "",
  costFen: "1",
  weightGrams: "",
  isActive: "yes",
  ...change,
});

const read = (productId: string, merchantId = a.merchantId) =>
  inMerchant(merchantId, (tx) => getProductForStaff(tx, { merchantId, productId }));

test("a product is created with its SKU and opening stock, and of two editors the second is told", async () => {
  const created = await saveProduct(staff, null, form(), at(0));
  if (!created.ok) throw new Error(created.reason);
  const { productId } = created;
  const product = await read(productId);
  if (!product) throw new Error("not there");
  expect(product.specifications).toEqual([{ name: "净含量", value: "130 克" }]);
  expect(product.skus[0]).toMatchObject({ unitPriceFen: 1250n, onHand: 30, isActive: true });

  const key = { productId, seenUpdatedAt: product.updatedAt };
  const skus = [sku({ id: product.skus[0]?.skuId ?? "", code: "SP-1" })];
  const first = await saveProduct(staff, key, form({ title: "第一人", skus }), at(1));
  const second = await saveProduct(staff, key, form({ title: "第二人", skus }), at(2));
  expect(first.ok).toBe(true);
  expect(second).toEqual({ ok: false, reason: "changed_meanwhile" });
  expect((await read(productId))?.title).toBe("第一人");
});

test("what belongs to another merchant cannot be put into a product", async () => {
  const categoryId = b.categoryId;
  expect(await saveProduct(staff, null, form({ categoryId }), at(3))).toEqual({
    ok: false,
    reason: "category_missing",
  });
  const foreign = { id: b.skuIds[0] ?? "", code: "SP-8" };
  expect(await saveProduct(staff, null, form({ skus: [sku(foreign)] }), at(3))).toEqual({
    ok: false,
    reason: "sku_missing",
    index: 0,
  });
});

test("another merchant's product is not found, not read, and its stock not moved", async () => {
  const productId = a.productIds[0] ?? "";
  const key = { productId, seenUpdatedAt: at(0) };
  const theirs = form({ categoryId: b.categoryId, skus: [sku({ code: "SP-7" })] });
  expect(await saveProduct(stranger, key, theirs, at(4))).toEqual({
    ok: false,
    reason: "not_found",
  });
  expect(await read(productId, b.merchantId)).toBeNull();
  const change = { skuId: a.skuIds[0] ?? "", delta: 5, note: "count" };
  expect(await adjustSkuStock(stranger, change, at(4))).toEqual({ ok: false, reason: "not_found" });
});

test("a code in use is refused at its place in the form, before anything is written", async () => {
  const skus = [sku({ code: "SP-20" }), sku({ code: "SP-20" })];
  expect(await saveProduct(staff, null, form({ title: "重复", skus }), at(5))).toEqual({
    ok: false,
    reason: "code_taken",
    index: 1,
  });
  const count = await inMerchant(a.merchantId, (tx) =>
    tx.product.count({ where: { title: "重复" } }),
  );
  expect(count).toBe(0);
});

test("a category that holds products stays, also against another merchant", async () => {
  expect(await deleteCategory(staff, a.categoryId, at(6))).toEqual({
    ok: false,
    reason: "not_empty",
  });
  const input = { name: "新", slug: "new-one", position: 1 };
  expect(await saveCategory(stranger, a.categoryId, input, at(6))).toEqual({
    ok: false,
    reason: "not_found",
  });
  expect(await saveCategory(staff, null, input, at(6))).toEqual({ ok: true });
  expect(await saveCategory(staff, null, input, at(6))).toEqual({
    ok: false,
    reason: "slug_taken",
  });
});
