import fc from "fast-check";
import { expect, test } from "vitest";
import { calculateFreight, type FreightTemplate } from "./calculate-freight";

const template: FreightTemplate = {
  freeFromFen: 9_900n,
  rules: [
    { provinces: "default", firstQuantity: 2, firstFen: 1_000n, nextQuantity: 3, nextFen: 400n },
    {
      provinces: ["浙江省", "上海市"],
      firstQuantity: 5,
      firstFen: 600n,
      nextQuantity: 0,
      nextFen: 999n,
    },
    {
      provinces: ["西藏自治区"],
      firstQuantity: 1,
      firstFen: 0n,
      nextQuantity: 1,
      nextFen: 0n,
      refused: true,
    },
  ],
};

test.each([
  ["四川省", 1, 100n, 1_000n],
  ["四川省", 2, 100n, 1_000n],
  ["四川省", 3, 100n, 1_400n],
  ["四川省", 5, 100n, 1_400n],
  ["四川省", 6, 100n, 1_800n],
  ["浙江省", 5, 100n, 600n],
  ["浙江省", 900, 100n, 600n],
  ["四川省", 6, 9_899n, 1_800n],
  ["四川省", 6, 9_900n, 0n],
  ["四川省", 0, 0n, 0n],
])("to %s, %s units worth %s fen cost %s fen", (province, quantity, goodsFen, freightFen) => {
  const freight = calculateFreight(template, { province, quantity, goodsFen });
  expect(freight).toEqual({ ok: true, freightFen });
});

test("a refused province gets nothing, however much is bought", () => {
  const parcel = { province: "西藏自治区", quantity: 1, goodsFen: 1_000_000n };
  expect(calculateFreight(template, parcel)).toEqual({ ok: false, reason: "not_delivered" });
});

test("a province that no rule covers gets nothing", () => {
  const rules = template.rules.filter((rule) => rule.provinces !== "default");
  const parcel = { province: "四川省", quantity: 1, goodsFen: 100n };
  expect(calculateFreight({ freeFromFen: null, rules }, parcel)).toEqual({
    ok: false,
    reason: "not_delivered",
  });
});

test("without a free limit freight is always due", () => {
  const parcel = { province: "四川省", quantity: 1, goodsFen: 10n ** 12n };
  expect(calculateFreight({ ...template, freeFromFen: null }, parcel)).toEqual({
    ok: true,
    freightFen: 1_000n,
  });
});

test("one more unit never makes the freight cheaper", () => {
  const rule = fc.record({
    provinces: fc.constant("default" as const),
    firstQuantity: fc.integer({ min: 1, max: 20 }),
    firstFen: fc.bigInt({ min: 0n, max: 10_000n }),
    nextQuantity: fc.integer({ min: 0, max: 20 }),
    nextFen: fc.bigInt({ min: 0n, max: 10_000n }),
  });
  fc.assert(
    fc.property(rule, fc.integer({ min: 1, max: 998 }), (anyRule, quantity) => {
      const of = (units: number) => {
        const parcel = { province: "四川省", quantity: units, goodsFen: 0n };
        const freight = calculateFreight({ freeFromFen: null, rules: [anyRule] }, parcel);
        return freight.ok ? freight.freightFen : -1n;
      };
      expect(of(quantity + 1)).toBeGreaterThanOrEqual(of(quantity));
    }),
  );
});
