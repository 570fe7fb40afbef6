import { ratioBps } from "../metrics/compare";
import { type Bps, type Fen, multiplyByBps } from "../money/fen";
import { calculateLineCommissions } from "./calculate-commission";
import type { CommissionTerms } from "./commission-terms";

/** A mall's rake of the price, from and to. */
const DEFAULT_RAKE_LOW_BPS: Bps = 2_500;
const DEFAULT_RAKE_HIGH_BPS: Bps = 3_500;
/** All that the traditional channel takes: the rake with promotion, display and returns. */
const DEFAULT_TRADITIONAL_TOTAL_BPS: Bps = 5_000;

export type TraditionalChannel = { rakeLowBps: Bps; rakeHighBps: Bps; totalBps: Bps };

const DEFAULT_TRADITIONAL_CHANNEL: TraditionalChannel = {
  rakeLowBps: DEFAULT_RAKE_LOW_BPS,
  rakeHighBps: DEFAULT_RAKE_HIGH_BPS,
  totalBps: DEFAULT_TRADITIONAL_TOTAL_BPS,
};

/** All amounts in fen for one unit sold at its full price. */
export type MarginPreview = {
  level1Fen: Fen;
  level2Fen: Fen;
  paymentFeeFen: Fen;
  freightSubsidyFen: Fen;
  /** Price less cost, both commissions, payment fee and freight subsidy. */
  marginFen: Fen;
  /** Of the price; null when the price is 0. */
  marginBps: number | null;
  sellsAtLoss: boolean;
  /** The same unit through the traditional channel; its margin is after cost and all the channel takes. */
  traditional: {
    rakeLowFen: Fen;
    rakeHighFen: Fen;
    totalFen: Fen;
    marginFen: Fen;
    marginBps: number | null;
  };
};

/**
 * What a unit leaves the merchant under two commission rules, beside the traditional channel.
 * The payment fee is rounded down like every rate. Selling at cost is no loss.
 */
export function previewMargin(unit: {
  priceFen: Fen;
  costFen: Fen;
  level1Rule: CommissionTerms | null;
  level2Rule: CommissionTerms | null;
  capBps: Bps;
  paymentFeeBps: Bps;
  freightSubsidyFen: Fen;
  traditional?: TraditionalChannel | undefined;
}): MarginPreview {
  const { priceFen, costFen, freightSubsidyFen } = unit;
  const commissions = calculateLineCommissions({ ...unit, baseFen: priceFen, quantity: 1 });
  const ofLevel = (level: number) =>
    commissions.find((commission) => commission.level === level)?.commissionFen ?? 0n;
  const level1Fen = ofLevel(1);
  const level2Fen = ofLevel(2);
  const paymentFeeFen = multiplyByBps(priceFen, unit.paymentFeeBps);
  const marginFen = priceFen - costFen - level1Fen - level2Fen - paymentFeeFen - freightSubsidyFen;
  return {
    level1Fen,
    level2Fen,
    paymentFeeFen,
    freightSubsidyFen,
    marginFen,
    marginBps: ratioBps(marginFen, priceFen),
    sellsAtLoss: marginFen < 0n,
    traditional: previewTraditional(priceFen, costFen, unit.traditional),
  };
}

function previewTraditional(
  priceFen: Fen,
  costFen: Fen,
  channel: TraditionalChannel = DEFAULT_TRADITIONAL_CHANNEL,
): MarginPreview["traditional"] {
  const totalFen = multiplyByBps(priceFen, channel.totalBps);
  const marginFen = priceFen - costFen - totalFen;
  return {
    rakeLowFen: multiplyByBps(priceFen, channel.rakeLowBps),
    rakeHighFen: multiplyByBps(priceFen, channel.rakeHighBps),
    totalFen,
    marginFen,
    marginBps: ratioBps(marginFen, priceFen),
  };
}
