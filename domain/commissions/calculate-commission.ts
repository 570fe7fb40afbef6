import { type Bps, type Fen, multiplyByBps, smallerFen, WHOLE_BPS } from "../money/fen";
import { type CommissionLevel, type CommissionTerms, calculateRuleFen } from "./commission-terms";

/** One level's commission of one line with everything that it was computed from. */
export type LineCommission = CommissionTerms & {
  level: CommissionLevel;
  baseFen: Fen;
  capFen: Fen;
  ruleFen: Fen;
  commissionFen: Fen;
};

type CommissionInput = CommissionTerms & { baseFen: Fen; quantity: number; capFen: Fen };

/**
 * `commissionFen = least(rule amount, capFen)`, all in fen. The base is what the customer really
 * pays for the line, after its frozen share of every discount and without freight.
 */
export function calculateCommission(input: CommissionInput): { ruleFen: Fen; commissionFen: Fen } {
  const ruleFen = calculateRuleFen(input, input.baseFen, input.quantity);
  return { ruleFen, commissionFen: smallerFen(ruleFen, input.capFen) };
}

/**
 * The commissions of one line, level 1 before level 2; a level without a rule is left out, one whose
 * rule gives 0 stays in. Both together never exceed the merchant's cap, `floor(baseFen × capBps)`,
 * nor the line: level 1 may take all of the cap, level 2 what it leaves. A cap above the whole
 * counts as the whole.
 */
export function calculateLineCommissions(line: {
  baseFen: Fen;
  quantity: number;
  level1Rule: CommissionTerms | null;
  level2Rule: CommissionTerms | null;
  capBps: Bps;
}): LineCommission[] {
  const { baseFen, quantity } = line;
  const commissions: LineCommission[] = [];
  let capFen = multiplyByBps(baseFen, Math.min(line.capBps, WHOLE_BPS));
  const levels = [
    { level: 1, rule: line.level1Rule },
    { level: 2, rule: line.level2Rule },
  ] as const;
  for (const { level, rule } of levels) {
    if (rule === null) continue;
    const { rateBps, fixedFenPerUnit } = rule;
    const amounts = calculateCommission({ baseFen, quantity, rateBps, fixedFenPerUnit, capFen });
    commissions.push({ level, baseFen, rateBps, fixedFenPerUnit, capFen, ...amounts });
    capFen -= amounts.commissionFen;
  }
  return commissions;
}
