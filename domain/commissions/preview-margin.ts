import { ratioBps } from "../metrics/compare";
import { type Bps, type Fen, multiplyByBps, WHOLE_BPS } from "../money/fen";
import { calculateLineCommissions } from "./calculate-commission";
import type { CommissionTerms } from "./commission-terms";

/** What promotion, display and returns cost in the traditional channel beside the mall's rake. */
const TRADITIONAL_EXTRAS_BPS: Bps = 2_000;

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
    rakeFen: Fen;
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
  /** The mall's rake of the price that the merchant compares with. */
  traditionalRakeBps: Bps;
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
    traditional: previewTraditional(priceFen, costFen, unit.traditionalRakeBps),
  };
}

function previewTraditional(
  priceFen: Fen,
  costFen: Fen,
  rakeBps: Bps,
): MarginPreview["traditional"] {
  const totalFen = multiplyByBps(priceFen, Math.min(rakeBps + TRADITIONAL_EXTRAS_BPS, WHOLE_BPS));
  const marginFen = priceFen - costFen - totalFen;
  return {
    rakeFen: multiplyByBps(priceFen, rakeBps),
    totalFen,
    marginFen,
    marginBps: ratioBps(marginFen, priceFen),
  };
}
