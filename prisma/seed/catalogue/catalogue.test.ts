import { describe, expect, test } from "vitest";
import { listSeedPictures } from "../pictures/list-seed-pictures";
import { renderSeedPicture } from "../pictures/render-seed-picture";
import { MERCHANTS } from "./merchants";

const pictures = new Set(listSeedPictures());

function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

describe.each(MERCHANTS)("the demo catalogue of $name", (merchant) => {
  test("has a slug of its own for every product, category and scene", () => {
    expect(repeated(merchant.products.map((product) => product.slug))).toEqual([]);
    expect(repeated(merchant.categories.map((category) => category.slug))).toEqual([]);
    expect(repeated(merchant.scenes.map((scene) => scene.slug))).toEqual([]);
  });

  test("has a code of its own for every SKU", () => {
    const codes = merchant.products.flatMap((product) => product.skus.map((sku) => sku.code));
    expect(repeated(codes)).toEqual([]);
  });

  test("puts every product into a category and scenes that exist, and leaves none of them empty", () => {
    const categories = new Set(merchant.categories.map((category) => category.slug));
    const scenes = new Set(merchant.scenes.map((scene) => scene.slug));
    const usedCategories = new Set(merchant.products.map((product) => product.category));
    const usedScenes = new Set(merchant.products.flatMap((product) => product.scenes));
    expect(usedCategories).toEqual(categories);
    expect(usedScenes).toEqual(scenes);
  });

  test("sells every SKU above cost and not above its list price, with stock and weight", () => {
    for (const product of merchant.products) {
      expect(product.skus.length).toBeGreaterThanOrEqual(1);
      for (const sku of product.skus) {
        expect(sku.priceFen, sku.code).toBeGreaterThan(sku.costFen);
        expect(sku.listPriceFen, sku.code).toBeGreaterThanOrEqual(sku.priceFen);
        expect(sku.costFen, sku.code).toBeGreaterThan(0n);
        expect(sku.stock, sku.code).toBeGreaterThan(0);
        expect(sku.weightGrams, sku.code).toBeGreaterThan(0);
      }
    }
  });

  test("shows only pictures that exist, and no main picture twice", () => {
    const named = [
      merchant.logo,
      merchant.banner,
      ...merchant.scenes.map((scene) => scene.picture),
      ...merchant.products.flatMap((product) => product.pictures),
    ];
    expect(named.filter((name) => !pictures.has(name))).toEqual([]);
    expect(repeated(named)).toEqual([]);
  });

  test("gives every product a description, a table and at least two pictures", () => {
    for (const product of merchant.products) {
      expect(product.paragraphs.length, product.slug).toBeGreaterThan(1);
      expect(product.specs.length, product.slug).toBeGreaterThan(3);
      expect(product.pictures.length, product.slug).toBeGreaterThan(1);
    }
  });
});

test("every committed picture is named somewhere in the catalogue", () => {
  const named = MERCHANTS.flatMap((merchant) => [
    merchant.logo,
    merchant.banner,
    ...merchant.scenes.map((scene) => scene.picture),
    ...merchant.products.flatMap((product) => product.pictures),
  ]);
  expect([...pictures].sort()).toEqual([...new Set(named)].sort());
});

test("a picture is a WebP file of at most 120 kB, and an unknown name is refused", async () => {
  for (const name of pictures) {
    const picture = await renderSeedPicture(name);
    expect(picture.subarray(8, 12).toString("latin1"), name).toBe("WEBP");
    expect(picture.length, name).toBeLessThanOrEqual(120_000);
  }
  await expect(renderSeedPicture("../all-stages")).rejects.toThrow("no seed picture");
});
