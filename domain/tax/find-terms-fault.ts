import { WHOLE_BPS } from "../money/fen";
import type { LabourIncomeTerms, TaxBracket } from "./tax-rule";

export type TermsFault =
  | "no_bracket"
  | "first_bracket_above_zero"
  | "brackets_not_rising"
  | "rate_out_of_range"
  /** At a bracket's border the tax would jump: a quick deduction is mistyped. */
  | "tax_jumps";

/**
 * What is wrong with terms that somebody typed, or null. The first bracket begins at 0, they rise, and
 * at each border both brackets give the same tax, which is what quick deductions are for.
 */
export function findTermsFault(terms: LabourIncomeTerms): TermsFault | null {
  const { brackets } = terms;
  const [first] = brackets;
  if (!first) return "no_bracket";
  if (first.aboveFen !== 0n || first.quickDeductionFen !== 0n) return "first_bracket_above_zero";
  if (brackets.some(({ rateBps }) => rateBps < 0 || rateBps > WHOLE_BPS))
    return "rate_out_of_range";
  const pairs = brackets
    .slice(1)
    .map((bracket, at) => ({ bracket, before: brackets[at] ?? first }));
  if (pairs.some(({ bracket, before }) => bracket.aboveFen <= before.aboveFen)) {
    return "brackets_not_rising";
  }
  const jumps = pairs.some(
    ({ bracket, before }) =>
      taxAt(bracket, bracket.aboveFen) !== taxAt(before, bracket.aboveFen) ||
      bracket.rateBps < before.rateBps,
  );
  return jumps ? "tax_jumps" : null;
}

/** In ten-thousandths of a fen, so that nothing is rounded. */
function taxAt({ rateBps, quickDeductionFen }: TaxBracket, taxableFen: bigint): bigint {
  return taxableFen * BigInt(rateBps) - quickDeductionFen * BigInt(WHOLE_BPS);
}
