import { allocateByLargestRemainder } from "../money/allocate";
import { type Fen, smallerFen, sumFen } from "../money/fen";
import type { RefundableLine } from "./judge-refund";

/**
 * What `quantity` further units of a line are worth: their share of what was really paid for it,
 * spread over its units by largest remainder, so that all units together give the line to the fen.
 * The units that were asked for before come first; never more than is left of the line, which an
 * earlier refund by amount may have made smaller than the share.
 * Throws RangeError for more units than are left.
 */
export function proposeLineRefund(line: Omit<RefundableLine, "lineNo">, quantity: number): Fen {
  const from = line.refundedQuantity + line.inFlightQuantity;
  if (!Number.isSafeInteger(quantity) || quantity < 0 || from + quantity > line.quantity) {
    throw new RangeError(`only ${line.quantity - from} units are left, not ${quantity}`);
  }
  const units = Array.from({ length: line.quantity }, () => 1n);
  const shares = allocateByLargestRemainder(line.payableFen, units);
  const leftFen = line.payableFen - line.refundedFen - line.inFlightFen;
  return smallerFen(sumFen(shares.slice(from, from + quantity)), leftFen);
}
