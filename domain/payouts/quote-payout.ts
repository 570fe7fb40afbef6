import type { Fen } from "../money/fen";
import type { TaxSteps } from "../tax/calculate-withholding";

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

export type PayoutQuote = {
  grossFen: Fen;
  taxFen: Fen;
  netFen: Fen;
  tax: TaxBreakdown;
  /** Paid at the latest, if the distributor confirms in time. */
  dueAt: Date;
  /** Two people have to approve it first. */
  needsApproval: boolean;
};
