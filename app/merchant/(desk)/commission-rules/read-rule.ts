import { parseYuan } from "@/domain/money/parse-yuan";
import { parsePercent } from "@/lib/i18n/format-bps";

/**
 * The rule form as input of commissionRuleInput. What is typed as rate or amount is judged here, for
 * the schema knows integers only.
 * @returns the key of a sentence where the value is no rate or amount
 */
export function readRule(
  form: FormData,
): { ok: true; input: Record<string, unknown> } | { ok: false; fault: string } {
  const {
    scope,
    scopeId,
    level,
    kind,
    value = "",
    enabled,
    lossConfirmed,
  } = Object.fromEntries(form);
  const place = {
    scope,
    scopeId: scope === "merchant" ? null : (scopeId ?? null),
    level: Number(level),
    enabled: enabled === "yes",
    lossConfirmed: lossConfirmed === "yes",
  };
  if (kind === "fixed") {
    const amount = parseYuan(String(value));
    if (!amount.ok) return { ok: false, fault: `fault.money.${amount.reason}` };
    return { ok: true, input: { ...place, rateBps: null, fixedFenPerUnit: amount.fen } };
  }
  const rateBps = parsePercent(String(value));
  if (rateBps === null) return { ok: false, fault: "rules.rateFault" };
  return { ok: true, input: { ...place, rateBps, fixedFenPerUnit: null } };
}
