import type { Fen } from "../money/fen";

export type FreightRule = {
  /** The provinces the rule is for, spelled as in addresses; "default" is for all others. */
  provinces: string[] | "default";
  /** Units that `firstFen` covers. */
  firstQuantity: number;
  firstFen: Fen;
  /** Each started group of so many further units costs `nextFen`; 0 makes `firstFen` a flat price. */
  nextQuantity: number;
  nextFen: Fen;
  /** The merchant does not deliver there. */
  refused?: boolean | undefined;
};

export type FreightTemplate = {
  /** Goods worth this much, after discounts or before as the caller decides, travel free. */
  freeFromFen: Fen | null;
  rules: readonly FreightRule[];
};

export type Freight = { ok: true; freightFen: Fen } | { ok: false; reason: "not_delivered" };

/**
 * The freight of one parcel, in fen. A rule that names the province beats the default one; where
 * neither exists, or the rule refuses, nothing is delivered, however much is bought.
 */
export function calculateFreight(
  template: FreightTemplate,
  parcel: { province: string; quantity: number; goodsFen: Fen },
): Freight {
  const rule = ruleForProvince(template.rules, parcel.province);
  if (rule === undefined || rule.refused === true) return { ok: false, reason: "not_delivered" };
  const travelsFree = template.freeFromFen !== null && parcel.goodsFen >= template.freeFromFen;
  if (travelsFree || parcel.quantity <= 0) return { ok: true, freightFen: 0n };
  return { ok: true, freightFen: freightByRule(rule, parcel.quantity) };
}

function ruleForProvince(rules: readonly FreightRule[], province: string): FreightRule | undefined {
  return (
    rules.find((rule) => rule.provinces !== "default" && rule.provinces.includes(province)) ??
    rules.find((rule) => rule.provinces === "default")
  );
}

function freightByRule(rule: FreightRule, quantity: number): Fen {
  const further = quantity - rule.firstQuantity;
  if (further <= 0 || rule.nextQuantity <= 0) return rule.firstFen;
  return rule.firstFen + BigInt(Math.ceil(further / rule.nextQuantity)) * rule.nextFen;
}
