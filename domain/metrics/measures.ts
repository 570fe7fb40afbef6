import type { Fen } from "../money/fen";
import type { Question } from "./acts";

/**
 * What happened in a part of the shop within a window: sums over its days. Refunds are those that
 * succeeded in the window, whenever their orders were paid. "Uncosted" are sales and refunds of goods
 * whose cost nobody knows.
 */
export type Figures = {
  clicks: number;
  /** Clicks by somebody else than the sharer. */
  openings: number;
  views: number;
  dwellMs: bigint;
  favourites: number;
  carts: number;
  checkouts: number;
  shareSets: number;
  orders: number;
  units: number;
  grossFen: Fen;
  discountFen: Fen;
  freightFen: Fen;
  costFen: Fen;
  uncostedFen: Fen;
  refunds: number;
  refundUnits: number;
  refundFen: Fen;
  returnedCostFen: Fen;
  uncostedBackFen: Fen;
  commission1Fen: Fen;
  commission2Fen: Fen;
  clawedBackFen: Fen;
  feeFen: Fen;
  /** Freight and fees that refunds gave back, on the days on which they succeeded. */
  refundFreightFen: Fen;
  feeBackFen: Fen;
};

/** How many people did something in a window, each counted once. */
export type People = Record<Question, number>;

export type Measures = { figures: Figures; people: People };
