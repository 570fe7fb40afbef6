/** When a rule holds, both days included, "YYYY-MM-DD". */
type Dated = { version: number; validFrom: string; validUntil: string | null };

/** The rule of a day ("YYYY-MM-DD"): the highest version whose period contains it, or null. */
export function findRule<Rule extends Dated>(rules: readonly Rule[], day: string): Rule | null {
  return rules
    .filter(({ validFrom, validUntil }) => validFrom <= day && (validUntil ?? day) >= day)
    .reduce<Rule | null>(
      (found, rule) => (found === null || rule.version > found.version ? rule : found),
      null,
    );
}
