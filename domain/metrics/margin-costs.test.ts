import { expect, test } from "vitest";
import { marginCosts } from "./margin-costs";

test("the fixed cost stands against the whole shop alone, and a line only against what has all its costs", () => {
  const lines = (["all", "channel", "region", "distributor"] as const).map(
    (kind) => marginCosts(kind).breakEven,
  );
  expect(lines).toEqual(["shop", "own", "none", "none"]);
});

test("payment fees are of whole orders: no product, category or scene has any", () => {
  const ofProducts = (["product", "category", "scene"] as const).map(marginCosts);
  expect(ofProducts).toEqual(ofProducts.map(() => ({ breakEven: "none", hasFees: false })));
  expect(marginCosts("region").hasFees).toBe(true);
});
