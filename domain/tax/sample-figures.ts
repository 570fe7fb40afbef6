import type { Fen } from "../money/fen";
import { calculateWithholding } from "./calculate-withholding";
import type { LabourIncomeTerms } from "./tax-rule";

/** The incomes by which everybody checks a table of this tax: 800 to 100,000 yuan. */
const incomesFen: readonly Fen[] = [
  800_00n,
  3_000_00n,
  4_000_00n,
  10_000_00n,
  30_000_00n,
  100_000_00n,
];

/** What single withdrawals of the usual sizes would be withheld in a month. */
export function sampleFigures(terms: LabourIncomeTerms): { incomeFen: Fen; taxFen: Fen }[] {
  return incomesFen.map((incomeFen) => ({
    incomeFen,
    taxFen: calculateWithholding(terms, {
      priorGrossFen: 0n,
      priorTaxFen: 0n,
      grossFen: incomeFen,
    }).taxFen,
  }));
}
