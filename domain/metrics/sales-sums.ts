import type { Fen } from "../money/fen";
import type { Figures } from "./measures";

/** Gross sales less the refunds of the same days. */
export function netFen({ grossFen, refundFen }: Pick<Figures, "grossFen" | "refundFen">): Fen {
  return grossFen - refundFen;
}

/** Net sales of goods whose cost is known: only of them anybody can say what was left. */
export function costedNetFen(figures: Figures): Fen {
  return netFen(figures) - figures.uncostedFen + figures.uncostedBackFen;
}

/** The cost of what was sold less that of what lies on the shelf again. */
export function soldCostFen(figures: Figures): Fen {
  return figures.costFen - figures.returnedCostFen;
}

export function profitFen(figures: Figures): Fen {
  return costedNetFen(figures) - soldCostFen(figures);
}

/** Commission of both levels as promised on the days of payment. */
export function commissionFen(figures: Figures): Fen {
  return figures.commission1Fen + figures.commission2Fen;
}

/** The same less what refunds took back. */
export function keptCommissionFen(figures: Figures): Fen {
  return commissionFen(figures) - figures.clawedBackFen;
}
