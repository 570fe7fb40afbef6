import type { Fen } from "../money/fen";
import { calculateWithholding, type TaxSteps } from "../tax/calculate-withholding";
import type { TaxRule } from "../tax/tax-rule";

/** How the tax of a withdrawal came about; amounts in fen. */
export type TaxBreakdown = {
  ruleVersion: number;
  ruleName: string;
  /** Where the rule stands. */
  source: string;
  /** YYYY-MM in Shanghai. */
  month: string;
  /** What the same person withdrew and was withheld in the month before this one. */
  priorGrossFen: Fen;
  priorTaxFen: Fen;
  /** Of the month's total including this one: what is free, what is taxed, at which rate. */
  steps: TaxSteps;
};

/** WeChat transfers nothing smaller. */
export const SMALLEST_NET_FEN: Fen = 30n;

/** From this net amount on WeChat demands the receiver's name (wechat.md 4.9). */
const NAMED_FROM_FEN: Fen = 2_000_00n;

/** Whether the transfer has to carry the receiver's name. */
export function needsName(netFen: Fen): boolean {
  return netFen >= NAMED_FROM_FEN;
}

export type TaxedPayout = { taxFen: Fen; netFen: Fen; tax: TaxBreakdown };

/** What is withheld of `grossFen` and what is left. */
export function quotePayout(
  rule: TaxRule,
  request: { grossFen: Fen; month: string; priorGrossFen: Fen; priorTaxFen: Fen },
): TaxedPayout {
  const { grossFen, month, priorGrossFen, priorTaxFen } = request;
  const { taxFen, steps } = calculateWithholding(rule.terms, request);
  return {
    taxFen,
    netFen: grossFen - taxFen,
    tax: {
      ruleVersion: rule.version,
      ruleName: rule.name,
      source: rule.source,
      month,
      priorGrossFen,
      priorTaxFen,
      steps,
    },
  };
}
