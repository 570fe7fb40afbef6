import { type Bps, type Fen, WHOLE_BPS } from "../money/fen";
import type { LabourIncomeTerms, TaxBracket } from "./tax-rule";

const WHOLE = BigInt(WHOLE_BPS);

/** How a month's tax came about, for whoever has to understand it. Amounts in fen. */
export type TaxSteps = {
  /** The month's income, all of it. */
  incomeFen: Fen;
  /** What is free of it and what is not, rounded half up for reading only. */
  deductionFen: Fen;
  taxableFen: Fen;
  rateBps: Bps;
  quickDeductionFen: Fen;
  /** On the whole month, rounded half up once. */
  taxFen: Fen;
};

export type Withholding = {
  /** What this withdrawal is withheld. */
  taxFen: Fen;
  steps: TaxSteps;
};

/**
 * The tax of a withdrawal: that of the month's total with it, less what was withheld in the month
 * before it, and never below 0. So a month split into many withdrawals pays what one pays
 * (条例 art. 14: continuous income of one month is one payment).
 * Throws RangeError for negative amounts and for a rule without a bracket from 0 on.
 */
export function calculateWithholding(
  terms: LabourIncomeTerms,
  income: { priorGrossFen: Fen; priorTaxFen: Fen; grossFen: Fen },
): Withholding {
  const { priorGrossFen, priorTaxFen, grossFen } = income;
  if (priorGrossFen < 0n || priorTaxFen < 0n || grossFen < 0n) {
    throw new RangeError("income and withheld tax must not be negative");
  }
  const steps = taxOfMonth(terms, priorGrossFen + grossFen);
  const dueFen = steps.taxFen - priorTaxFen;
  return { taxFen: dueFen > 0n ? dueFen : 0n, steps };
}

function taxOfMonth(terms: LabourIncomeTerms, incomeFen: Fen): TaxSteps {
  // All in ten-thousandths of a fen, and the tax in ten-thousandths of those: nothing is rounded on the way.
  const income = incomeFen * WHOLE;
  const deduction =
    incomeFen <= terms.fixedDeductionUntilFen
      ? smaller(income, terms.exemptFen * WHOLE)
      : incomeFen * BigInt(terms.deductionShareBps);
  const taxable = income - deduction;
  const { rateBps, quickDeductionFen } = bracketOf(terms, taxable);
  const tax = taxable * BigInt(rateBps) - quickDeductionFen * WHOLE * WHOLE;
  return {
    incomeFen,
    deductionFen: halfUp(deduction, WHOLE),
    taxableFen: halfUp(taxable, WHOLE),
    rateBps,
    quickDeductionFen,
    taxFen: tax > 0n ? halfUp(tax, WHOLE * WHOLE) : 0n,
  };
}

/** The last bracket that the taxable amount is above; of 0 it is the first. */
function bracketOf(terms: LabourIncomeTerms, taxable: bigint): TaxBracket {
  const [first, ...others] = terms.brackets;
  if (first === undefined || first.aboveFen !== 0n) {
    throw new RangeError("a tax rule needs brackets that begin at 0");
  }
  return others.reduce(
    (found, bracket) => (taxable > bracket.aboveFen * WHOLE ? bracket : found),
    first,
  );
}

function halfUp(amount: bigint, unit: bigint): bigint {
  return (amount + unit / 2n) / unit;
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
