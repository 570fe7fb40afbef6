import type { CommissionLevel, CommissionTerms } from "./commission-terms";

export type CommissionScope = "sku" | "product" | "category" | "grade" | "merchant";

export type CommissionRule = CommissionTerms & {
  scope: CommissionScope;
  /** Id of the SKU, product, category or grade; without meaning for the merchant's default. */
  scopeId: string;
  level: number;
  /** A rule that is off does not exist; to pay nothing for a product, give it a rate of 0. */
  enabled: boolean;
};

export type CommissionTarget = {
  skuId: string;
  productId: string;
  /** Nearest first: a rule of the product's own category beats one of the category above. */
  categoryIds: readonly string[];
  /** The grade of the distributor of this level. */
  gradeId: string | null;
  level: CommissionLevel;
};

/**
 * The rule in force for one line and level, or null: SKU beats product, product beats the nearest
 * category, then the distributor's grade, then the merchant's default. The first that matches wins,
 * also when it pays less. The rule is answered as it was given, with whatever else it carries.
 */
export function resolveCommissionRule<Rule extends CommissionRule>(
  rules: readonly Rule[],
  target: CommissionTarget,
): Rule | null {
  const candidates = rules.filter((rule) => rule.enabled && rule.level === target.level);
  const find = (scope: CommissionScope, scopeId: string) =>
    candidates.find((rule) => rule.scope === scope && rule.scopeId === scopeId);

  const places: [CommissionScope, string][] = [
    ["sku", target.skuId],
    ["product", target.productId],
    ...target.categoryIds.map((id): [CommissionScope, string] => ["category", id]),
  ];
  if (target.gradeId !== null) places.push(["grade", target.gradeId]);
  for (const [scope, scopeId] of places) {
    const rule = find(scope, scopeId);
    if (rule !== undefined) return rule;
  }
  return candidates.find((rule) => rule.scope === "merchant") ?? null;
}
