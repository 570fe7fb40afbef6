import { type Bps, type Fen, sumFen } from "../money/fen";
import { addDays } from "./calendar-day";
import { ratioBps } from "./compare";

/** What a Shanghai day brought and cost. `carriedFen` is commissions, payment fees, freight subsidy and coupons. */
export type MarginDay = {
  day: string;
  netSalesFen: Fen;
  grossProfitFen: Fen;
  carriedFen: Fen;
};

/** Both ratios are null where the trailing days are fewer than asked, or sold nothing net of refunds. */
export type MarginPoint = {
  day: string;
  marginBps: Bps | null;
  breakEvenBps: Bps | null;
  /** Set on the day on which the margin line passed the break-even line. */
  crossing: "into_profit" | "into_loss" | null;
};

/**
 * The margin line (analytics.md, board 8): per day Σ gross profit ÷ Σ net sales of the trailing days,
 * a ratio of sums, against the break-even line (Σ carried costs + fixed cost per day) ÷ the same net
 * sales. A crossing is judged on the sums in fen, not on rounded ratios; meeting the line is no loss.
 * The days must be consecutive and begin `trailingDays - 1` before the first one to be drawn: throws
 * RangeError for a gap, because sums over it would be of other days.
 */
export function drawMarginLine(
  days: readonly MarginDay[],
  trailingDays: number,
  fixedCostPerDayFen: Fen,
): MarginPoint[] {
  let wasProfit: boolean | null = null;
  return days.map(({ day }, at) => {
    const before = days[at - 1];
    if (before !== undefined && addDays(before.day, 1) !== day) {
      throw new RangeError(`${day} does not follow ${before.day}`);
    }
    const trailing = days.slice(Math.max(0, at + 1 - trailingDays), at + 1);
    const salesFen = sumFen(trailing.map(({ netSalesFen }) => netSalesFen));
    if (trailing.length < trailingDays || salesFen <= 0n) {
      return { day, marginBps: null, breakEvenBps: null, crossing: null };
    }
    const profitFen = sumFen(trailing.map(({ grossProfitFen }) => grossProfitFen));
    const costFen =
      sumFen(trailing.map(({ carriedFen }) => carriedFen)) +
      fixedCostPerDayFen * BigInt(trailingDays);
    const isProfit = profitFen >= costFen;
    const crossing = crossingOf(wasProfit, isProfit);
    wasProfit = isProfit;
    return {
      day,
      marginBps: ratioBps(profitFen, salesFen),
      breakEvenBps: ratioBps(costFen, salesFen),
      crossing,
    };
  });
}

function crossingOf(wasProfit: boolean | null, isProfit: boolean): MarginPoint["crossing"] {
  if (wasProfit === null || wasProfit === isProfit) return null;
  return isProfit ? "into_profit" : "into_loss";
}
