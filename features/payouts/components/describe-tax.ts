import { formatYuan } from "@/domain/money/format-yuan";
import { monthName } from "@/features/payouts/components/month-name";
import type { TaxBreakdown } from "@/features/payouts/schema";
import { formatBps } from "@/lib/i18n/format-bps";
import { mallText } from "@/lib/i18n/mall-text";

/**
 * How the tax of a withdrawal came about, as sentences: the month with what was withdrawn before, what
 * is free, rate and result, the rule with its source.
 */
export function describeTax(tax: TaxBreakdown, taxFen: bigint): string[] {
  return [
    say("howMonth", { month: monthName(tax.month) }),
    ...describeMonth(tax),
    ...describeSteps(tax, taxFen),
    say("howRule", { name: tax.ruleName, version: String(tax.ruleVersion) }),
    say("howSource", { source: tax.source }),
    ...(taxFen > 0n ? [say("howYear", {})] : []),
  ];
}

function describeMonth({ month, priorGrossFen, priorTaxFen, steps }: TaxBreakdown): string[] {
  const name = monthName(month);
  if (priorGrossFen === 0n) return [say("howFirst", { month: name })];
  return [
    say("howPrior", {
      month: name,
      gross: formatYuan(priorGrossFen),
      tax: formatYuan(priorTaxFen),
    }),
    say("howTotal", { month: name, total: formatYuan(steps.incomeFen) }),
  ];
}

function describeSteps({ steps, priorTaxFen }: TaxBreakdown, taxFen: bigint): string[] {
  const taxableFen = steps.incomeFen - steps.deductionFen;
  if (taxableFen <= 0n) return [say("howFree", {})];
  const taxable = formatYuan(taxableFen);
  const values = {
    taxable,
    percent: formatBps(steps.rateBps),
    quick: formatYuan(steps.quickDeductionFen),
    tax: formatYuan(steps.taxFen),
  };
  const rest = {
    total: formatYuan(steps.taxFen),
    prior: formatYuan(priorTaxFen),
    tax: formatYuan(taxFen),
  };
  return [
    say("howDeduction", { deduction: formatYuan(steps.deductionFen), taxable }),
    say(steps.quickDeductionFen > 0n ? "howRateQuick" : "howRate", values),
    ...(priorTaxFen > 0n ? [say("howRest", rest)] : []),
  ];
}

type Key =
  | "howMonth"
  | "howPrior"
  | "howFirst"
  | "howTotal"
  | "howFree"
  | "howDeduction"
  | "howRate"
  | "howRateQuick"
  | "howRest"
  | "howRule"
  | "howSource"
  | "howYear";

function say(key: Key, values: Record<string, string>): string {
  return mallText(`distribution.withdrawal.request.${key}`, values);
}
