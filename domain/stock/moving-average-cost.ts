import { divideToNearest } from "../metrics/divide-to-nearest";
import type { Fen } from "../money/fen";

/**
 * What lies on the shelf of one SKU and what it cost all together. The value is kept, never the unit
 * cost: a rounded unit cost times units would drift a few fen with each movement. No units, no value.
 */
export type StockValue = { units: number; valueFen: Fen };

/** A movement's outcome: the stock after it and the value that came (above 0) or went (below 0). */
export type Costed =
  | { ok: true; stock: StockValue; movedFen: Fen }
  | { ok: false; reason: "not_enough" };

export const NO_STOCK: StockValue = { units: 0, valueFen: 0n };

/** The moving-average cost of one unit, to the nearest fen, for showing; null when nothing is there. */
export function unitCostFen({ units, valueFen }: StockValue): Fen | null {
  return divideToNearest(valueFen, BigInt(units));
}

/**
 * Goods that come in for `costFen` all together: a delivery at its price, or returned goods at the cost
 * that was frozen on their order line. Throws RangeError unless units are whole and above 0 and the
 * cost is not negative.
 */
export function receiveStock(stock: StockValue, units: number, costFen: Fen): StockValue {
  requireUnits(units);
  if (costFen < 0n) throw new RangeError(`cost must not be negative: ${costFen}`);
  return { units: stock.units + units, valueFen: stock.valueFen + costFen };
}

/**
 * Goods that go out at the moving average: their part of the value to the nearest fen, the last unit
 * takes all that is left. What went out and what is left are exactly what there was.
 * Refused where fewer units are there. Throws RangeError unless units are whole and above 0.
 */
export function issueStock(stock: StockValue, units: number): Costed {
  requireUnits(units);
  if (units > stock.units) return { ok: false, reason: "not_enough" };
  const costFen = divideToNearest(stock.valueFen * BigInt(units), BigInt(stock.units)) ?? 0n;
  return {
    ok: true,
    stock: { units: stock.units - units, valueFen: stock.valueFen - costFen },
    movedFen: -costFen,
  };
}

/**
 * A stock count or correction by `deltaUnits`: units found come in at the moving average, or at
 * `emptyUnitCostFen` (the last known cost) where there was nothing to take an average of; units
 * missing go out like sold ones.
 */
export function adjustStock(stock: StockValue, deltaUnits: number, emptyUnitCostFen: Fen): Costed {
  if (deltaUnits === 0) return { ok: true, stock, movedFen: 0n };
  if (deltaUnits < 0) return issueStock(stock, -deltaUnits);
  const found = BigInt(deltaUnits);
  const averageFen = divideToNearest(stock.valueFen * found, BigInt(stock.units));
  const movedFen = averageFen ?? emptyUnitCostFen * found;
  return { ok: true, stock: receiveStock(stock, deltaUnits, movedFen), movedFen };
}

function requireUnits(units: number): void {
  if (!Number.isSafeInteger(units) || units <= 0) throw new RangeError(`no units: ${units}`);
}
