import type { Figures, Measures, People } from "./measures";

const NO_FIGURES: Figures = {
  clicks: 0,
  openings: 0,
  views: 0,
  dwellMs: 0n,
  favourites: 0,
  carts: 0,
  checkouts: 0,
  shareSets: 0,
  orders: 0,
  units: 0,
  grossFen: 0n,
  discountFen: 0n,
  freightFen: 0n,
  costFen: 0n,
  uncostedFen: 0n,
  refunds: 0,
  refundUnits: 0,
  refundFen: 0n,
  returnedCostFen: 0n,
  uncostedBackFen: 0n,
  commission1Fen: 0n,
  commission2Fen: 0n,
  clawedBackFen: 0n,
  feeFen: 0n,
  refundFreightFen: 0n,
  feeBackFen: 0n,
};

const NOBODY: People = {
  visitors: 0,
  viewers: 0,
  favouriters: 0,
  carters: 0,
  checkouters: 0,
  buyers: 0,
  sharers: 0,
  brought: 0,
  reviewers: 0,
  actives: 0,
  openedLinks: 0,
  converted: 0,
  resharers: 0,
  visitingSharers: 0,
  repeatBuyers: 0,
};

/** Measures of which only some are known, for the metrics that need no others: the rest is 0. */
export function knownMeasures(figures: Partial<Figures>, people: Partial<People> = {}): Measures {
  return { figures: { ...NO_FIGURES, ...figures }, people: { ...NOBODY, ...people } };
}
