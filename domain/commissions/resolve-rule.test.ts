import fc from "fast-check";
import { expect, test } from "vitest";
import { type CommissionRule, type CommissionTarget, resolveCommissionRule } from "./resolve-rule";

const target: CommissionTarget = {
  skuId: "sku",
  productId: "product",
  categoryIds: ["near", "far"],
  gradeId: "gold",
  level: 1,
};
/** Every rule that fits the target, from the strongest to the weakest. */
const BY_PRECEDENCE = [
  rule("sku", "sku"),
  rule("product", "product"),
  rule("category", "near"),
  rule("category", "far"),
  rule("grade", "gold"),
  rule("merchant", "ignored"),
];

function rule(
  scope: CommissionRule["scope"],
  scopeId: string,
  over: Partial<CommissionRule> = {},
): CommissionRule {
  return { scope, scopeId, level: 1, enabled: true, rateBps: 500, fixedFenPerUnit: null, ...over };
}

test("SKU beats product beats nearest category beats farther one beats grade beats merchant", () => {
  BY_PRECEDENCE.forEach((strongest, index) => {
    const remaining = BY_PRECEDENCE.slice(index).reverse();
    expect(resolveCommissionRule(remaining, target)).toBe(strongest);
  });
});

test("the first match wins also when it pays less, so a rate of 0 shuts a product out", () => {
  const nothing = rule("product", "product", { rateBps: 0 });
  expect(resolveCommissionRule([rule("merchant", ""), nothing], target)).toBe(nothing);
});

test("a rule that is off, of the other level, or of another thing does not count", () => {
  const others = [
    rule("sku", "sku", { enabled: false }),
    rule("sku", "sku", { level: 2 }),
    rule("sku", "product"),
    rule("product", "sku"),
    rule("category", "elsewhere"),
    rule("grade", "silver"),
    rule("merchant", "", { enabled: false }),
  ];
  expect(resolveCommissionRule(others, target)).toBeNull();
});

test("each level finds its own rule", () => {
  const second = rule("merchant", "", { level: 2 });
  const rules = [rule("sku", "sku"), second];
  expect(resolveCommissionRule(rules, { ...target, level: 2 })).toBe(second);
});

test("a distributor without a grade falls through to the merchant's default", () => {
  const fallback = rule("merchant", "");
  const rules = [rule("grade", "gold"), fallback];
  expect(resolveCommissionRule(rules, { ...target, gradeId: null })).toBe(fallback);
});

test("the order in which the rules are stored never matters", () => {
  const shuffles = fc.shuffledSubarray(BY_PRECEDENCE, { minLength: 1 });
  fc.assert(
    fc.property(shuffles, (rules) => {
      const strongest = BY_PRECEDENCE.find((candidate) => rules.includes(candidate));
      expect(resolveCommissionRule(rules, target)).toBe(strongest);
    }),
  );
});
