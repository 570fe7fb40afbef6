import { quotePayout, type TaxBreakdown } from "@/domain/payouts/quote-payout";
import { toTaxRule } from "@/features/payouts/queries/to-tax-rule";

/** How the frozen tax of a withdrawal came about, computed again from the rule and what stood before it. */
export function toTaxBreakdown(payout: {
  grossFen: bigint;
  taxMonth: string;
  taxPriorGrossFen: bigint;
  taxPriorTaxFen: bigint;
  taxRule: Parameters<typeof toTaxRule>[0];
}): TaxBreakdown {
  const { grossFen, taxMonth: month } = payout;
  const prior = { priorGrossFen: payout.taxPriorGrossFen, priorTaxFen: payout.taxPriorTaxFen };
  return quotePayout(toTaxRule(payout.taxRule), { grossFen, month, ...prior }).tax;
}
