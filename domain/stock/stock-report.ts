import { ratioBps } from "../metrics/compare";
import { divideToNearest } from "../metrics/divide-to-nearest";
import { type Bps, type Fen, sumFen } from "../money/fen";

/** Units and their value at moving-average cost. */
export type StockAmount = { units: number; valueFen: Fen };

/** What can move stock in the purchase-sales-stock report. */
export const STOCK_FLOWS = ["received", "sold", "returned", "adjusted"] as const;
export type StockFlow = (typeof STOCK_FLOWS)[number];

/** A movement: units and value above 0, only those of `adjusted` may be below. */
export type StockFlowRow = StockAmount & { flow: StockFlow };

/** The report of a window over one SKU or many (analytics.md, board 7). */
export type StockReport = Record<StockFlow | "opening" | "closing", StockAmount>;

/**
 * Opening + received − sold + returned + adjusted = closing, in units and in value. Throws RangeError
 * when the closing units are below 0: movements are missing then.
 */
export function reportStock(opening: StockAmount, rows: readonly StockFlowRow[]): StockReport {
  const received = sumFlow(rows, "received");
  const sold = sumFlow(rows, "sold");
  const returned = sumFlow(rows, "returned");
  const adjusted = sumFlow(rows, "adjusted");
  const closing = {
    units: opening.units + received.units - sold.units + returned.units + adjusted.units,
    valueFen:
      opening.valueFen + received.valueFen - sold.valueFen + returned.valueFen + adjusted.valueFen,
  };
  if (closing.units < 0) throw new RangeError(`closing stock is ${closing.units} units`);
  return { opening, received, sold, returned, adjusted, closing };
}

/** Sold ÷ (opening + received) units 售罄率; null where there was nothing to sell. */
export function sellThroughBps({ opening, received, sold }: StockReport): Bps | null {
  return ratioBps(sold.units, opening.units + received.units);
}

/** Cost of goods sold: what went out less what came back from customers. */
export function costOfGoodsSoldFen({ sold, returned }: StockReport): Fen {
  return sold.valueFen - returned.valueFen;
}

/**
 * Turnover days 周转天数 in tenths of a day: days × average stock value ÷ cost of goods sold, where the
 * average is over each day's closing value, so that it is their sum (`valueDaysFen`) ÷ cost. Null where
 * nothing was sold.
 */
export function turnoverTenthDays(valueDaysFen: Fen, costOfGoodsFen: Fen): bigint | null {
  if (costOfGoodsFen <= 0n) return null;
  return divideToNearest(valueDaysFen * 10n, costOfGoodsFen);
}

/**
 * Stock-to-sales 存销比: the average of the days' closing values, whose sum is `valueDaysFen`, ÷ net
 * sales; null without days or sales.
 */
export function stockToSalesBps(valueDaysFen: Fen, days: number, netSalesFen: Fen): Bps | null {
  if (days === 0 || netSalesFen <= 0n) return null;
  return ratioBps(valueDaysFen, netSalesFen * BigInt(days));
}

/** Out-of-stock rate 缺货率: days × SKUs that closed with nothing on hand ÷ days × SKUs carried. */
export function outOfStockBps(emptySkuDays: number, carriedSkuDays: number): Bps | null {
  return partBps(emptySkuDays, carriedSkuDays);
}

/** Active-SKU rate 动销率: SKUs sold ÷ SKUs carried in the window. */
export function activeSkuBps(soldSkus: number, carriedSkus: number): Bps | null {
  return partBps(soldSkus, carriedSkus);
}

function partBps(part: number, whole: number): Bps | null {
  if (part < 0 || part > whole) throw new RangeError(`${part} is no part of ${whole}`);
  return ratioBps(part, whole);
}

function sumFlow(rows: readonly StockFlowRow[], flow: StockFlow): StockAmount {
  const ofFlow = rows.filter((row) => row.flow === flow);
  return {
    units: ofFlow.reduce((sum, { units }) => sum + units, 0),
    valueFen: sumFen(ofFlow.map(({ valueFen }) => valueFen)),
  };
}
