import { parseYuan } from "@/domain/money/parse-yuan";
import { readRows } from "@/lib/forms/read-rows";
import { parsePercent } from "@/lib/i18n/format-bps";

/**
 * The form of a tax rule as input of taxRuleSchema. Amounts and percentages are judged here, for the
 * schema knows integers only; rows of the table that are empty are left out.
 * @returns the name of the first field that cannot be read, with the key of its sentence
 */
export function readTaxRule(
  form: FormData,
): { ok: true; input: Record<string, unknown> } | { ok: false; field: string; fault: string } {
  const faults: { field: string; fault: string }[] = [];
  const yuan = (field: string, value: unknown) => {
    const parsed = parseYuan(String(value ?? ""));
    if (parsed.ok) return parsed.fen;
    faults.push({ field, fault: `fault.money.${parsed.reason}` });
    return 0n;
  };
  const percent = (field: string, value: unknown) => {
    const bps = parsePercent(String(value ?? ""));
    if (bps === null) faults.push({ field, fault: "reconciliation.tax.ruleFault.percent" });
    return bps ?? 0;
  };
  const brackets = readRows(form, "brackets").flatMap(
    ({ above = "", rate = "", quick = "" }, row) =>
      `${above}${rate}${quick}`.trim() === ""
        ? []
        : {
            aboveFen: yuan(`brackets.${row}.above`, above),
            rateBps: percent(`brackets.${row}.rate`, rate),
            quickDeductionFen: yuan(`brackets.${row}.quick`, quick),
          },
  );
  const input = {
    name: form.get("name"),
    validFrom: form.get("validFrom"),
    validUntil: form.get("validUntil") || null,
    source: form.get("source"),
    terms: {
      kind: "monthly_labour_income",
      exemptFen: yuan("exempt", form.get("exempt")),
      fixedDeductionUntilFen: yuan("fixedUntil", form.get("fixedUntil")),
      deductionShareBps: percent("share", form.get("share")),
      brackets,
    },
  };
  const [first] = faults;
  return first ? { ok: false, ...first } : { ok: true, input };
}
