import { type Bps, type Fen, multiplyByBps } from "../money/fen";

export type CommissionLevel = 1 | 2;

/** What a rule pays: a rate of what the customer pays, or an amount per unit. Exactly one is set. */
export type CommissionTerms = { rateBps: Bps | null; fixedFenPerUnit: Fen | null };

/**
 * The amount that the terms alone give for a line, before any cap:
 * `floor(baseFen × rateBps / 10000)` or `fixedFenPerUnit × quantity`.
 * Throws RangeError unless exactly one of the two is set and everything is at least 0.
 */
export function calculateRuleFen(terms: CommissionTerms, baseFen: Fen, quantity: number): Fen {
  const { rateBps, fixedFenPerUnit } = terms;
  if (rateBps !== null && fixedFenPerUnit === null) return multiplyByBps(baseFen, rateBps);
  if (fixedFenPerUnit !== null && rateBps === null) {
    if (fixedFenPerUnit < 0n) throw new RangeError("fixedFenPerUnit must not be negative");
    return fixedFenPerUnit * BigInt(quantity);
  }
  throw new RangeError("exactly one of rateBps and fixedFenPerUnit must be set");
}
