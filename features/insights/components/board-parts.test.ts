import { expect, test } from "vitest";
import { narrowedBy, onlyParts, PRODUCT_PARTS } from "@/features/insights/components/board-parts";

test("a board asks for no part that it cannot be narrowed by, and says so of none", () => {
  const slices = (asked: string) => narrowedBy(PRODUCT_PARTS, { slice: asked, page: "2" });
  expect(slices("category:x")).toEqual({ slice: "category:x", page: "2" });
  expect(slices("channel:poster").slice).toBe("");
  expect(narrowedBy([], { slice: "category:x" }).slice).toBe("");
  expect(narrowedBy(PRODUCT_PARTS, {}).slice).toBe("");
});

test("a board offers only what it can be narrowed by", () => {
  const one = [{ key: "x", name: "X" }];
  const all = {
    channel: one,
    scene: one,
    category: one,
    distributor: one,
    region: one,
    product: one,
  };
  expect(onlyParts(["scene"], all)).toEqual({
    channel: [],
    scene: one,
    category: [],
    distributor: [],
    region: [],
    product: [],
  });
});
