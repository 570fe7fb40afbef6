import type { Fen } from "../money/fen";

/** A commission, the base it was computed from, and how much of that base has been refunded in all. */
export type RefundedCommission = { commissionFen: Fen; baseFen: Fen; refundedFen: Fen };

/**
 * How much of a commission is taken back in total once `refundedFen` of its base has been refunded:
 * `commission − floor(commission × (base − refunded) / base)`. A function of the total alone, so that
 * the order and the size of the parts cannot matter. Throws RangeError when more than the base, or
 * less than nothing, is refunded.
 */
export function calculateClawedBack(commission: RefundedCommission): Fen {
  const { commissionFen, baseFen, refundedFen } = commission;
  if (commissionFen < 0n) throw new RangeError("commissionFen must not be negative");
  if (refundedFen < 0n || refundedFen > baseFen) {
    throw new RangeError(`refundedFen must lie between 0 and the base: ${refundedFen}`);
  }
  // A line given away has no base and its commission cannot be taken back by refunding nothing.
  if (baseFen === 0n) return 0n;
  return commissionFen - (commissionFen * (baseFen - refundedFen)) / baseFen;
}

/**
 * What one more refund takes back: the new total less what was taken before. `commission.refundedFen`
 * already includes that refund. Throws RangeError when more than the new total was taken before,
 * which only a refund that shrank could explain.
 */
export function clawBackStep(previousTotalFen: Fen, commission: RefundedCommission): Fen {
  const stepFen = calculateClawedBack(commission) - previousTotalFen;
  if (stepFen < 0n) throw new RangeError(`clawed back too much before: ${previousTotalFen}`);
  return stepFen;
}
