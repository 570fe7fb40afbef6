import type { TaxRule } from "./tax-rule";

/** The rule of a day ("YYYY-MM-DD"): the highest version whose period contains it, or null. */
export function findRule(rules: readonly TaxRule[], day: string): TaxRule | null {
  return rules
    .filter(({ validFrom, validUntil }) => validFrom <= day && (validUntil ?? day) >= day)
    .reduce<TaxRule | null>(
      (found, rule) => (found === null || rule.version > found.version ? rule : found),
      null,
    );
}
