import type { LabourIncomeTerms } from "./tax-rule";

/** A rule's terms as JSON keeps them: amounts as decimal strings of fen, because JSON's numbers are floats. */
export function writeTerms(terms: LabourIncomeTerms) {
  return {
    kind: terms.kind,
    exemptFen: terms.exemptFen.toString(),
    fixedDeductionUntilFen: terms.fixedDeductionUntilFen.toString(),
    deductionShareBps: terms.deductionShareBps,
    brackets: terms.brackets.map(({ aboveFen, rateBps, quickDeductionFen }) => ({
      aboveFen: aboveFen.toString(),
      rateBps,
      quickDeductionFen: quickDeductionFen.toString(),
    })),
  };
}
