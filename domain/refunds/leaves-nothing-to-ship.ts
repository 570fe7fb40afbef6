import { type Fen, sumFen } from "../money/fen";
import type { RefundableLine } from "./judge-refund";

/**
 * Whether refunds, with those under way, leave nothing of an order to send: all its money is asked back,
 * or every unit is. Who sends it all the same gives the goods away.
 * @param order.askedFen refunded or under way, freight included
 */
export function leavesNothingToShip(order: {
  lines: readonly Pick<
    RefundableLine,
    "payableFen" | "quantity" | "refundedQuantity" | "inFlightQuantity"
  >[];
  freightFen: Fen;
  askedFen: Fen;
}): boolean {
  const { lines, freightFen, askedFen } = order;
  const paidFen = sumFen(lines.map(({ payableFen }) => payableFen)) + freightFen;
  // An order that cost nothing was not asked back because nothing of nothing was.
  if (askedFen > 0n && askedFen >= paidFen) return true;
  return lines.every((line) => line.refundedQuantity + line.inFlightQuantity >= line.quantity);
}
