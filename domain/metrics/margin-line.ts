import { type Bps, type Fen, sumFen } from "../money/fen";
import { addDays } from "./calendar-day";
import { ratioBps } from "./compare";

/**
 * What a Shanghai day brought and cost. `costedNetFen` is the part of the net sales that is of goods whose
 * cost is known, which the gross profit is of; `carriedFen` is commissions, payment fees and freight subsidy
 * of all sales.
 */
export type MarginDay = {
  day: string;
  netSalesFen: Fen;
  costedNetFen: Fen;
  grossProfitFen: Fen;
  carriedFen: Fen;
};

/** A ratio is null where the trailing days are fewer than asked, or sold nothing net of refunds that it is of. */
export type MarginPoint = {
  day: string;
  marginBps: Bps | null;
  breakEvenBps: Bps | null;
  /** Set on the day on which the margin line passed the break-even line. */
  crossing: "into_profit" | "into_loss" | null;
};

/**
 * The margin line (analytics.md, board 8): per day Σ gross profit ÷ Σ net sales of the trailing days,
 * a ratio of sums, against the break-even line (Σ carried costs + fixed cost per day) ÷ Σ net sales of
 * the same days. Each ratio has one base above and below: profit is known of goods whose cost is, so it is
 * divided by their net sales; all sales carry the costs, so these are divided by all net sales. A crossing
 * is judged on the sums in fen, not on rounded ratios; meeting the line is no loss.
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
    if (trailing.length < trailingDays) {
      return { day, marginBps: null, breakEvenBps: null, crossing: null };
    }
    const sumOf = (name: keyof Omit<MarginDay, "day">) => sumFen(trailing.map((one) => one[name]));
    const margin = { fen: sumOf("grossProfitFen"), ofFen: sumOf("costedNetFen") };
    const fixedFen = fixedCostPerDayFen * BigInt(trailingDays);
    const even = { fen: sumOf("carriedFen") + fixedFen, ofFen: sumOf("netSalesFen") };
    const isProfit = judge(margin, even);
    const crossing = crossingOf(wasProfit, isProfit);
    wasProfit = isProfit ?? wasProfit;
    return { day, marginBps: bpsOf(margin), breakEvenBps: bpsOf(even), crossing };
  });
}

type Ratio = { fen: Fen; ofFen: Fen };

function bpsOf({ fen, ofFen }: Ratio): Bps | null {
  return ofFen > 0n ? ratioBps(fen, ofFen) : null;
}

/** Whether what goods leave covers what sales carry; null where one of the two is not known. */
function judge(margin: Ratio, even: Ratio): boolean | null {
  if (margin.ofFen <= 0n || even.ofFen <= 0n) return null;
  return margin.fen * even.ofFen >= even.fen * margin.ofFen;
}

function crossingOf(wasProfit: boolean | null, isProfit: boolean | null): MarginPoint["crossing"] {
  if (wasProfit === null || isProfit === null || wasProfit === isProfit) return null;
  return isProfit ? "into_profit" : "into_loss";
}
