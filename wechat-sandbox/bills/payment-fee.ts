/** 0.60 %, the usual rate, in thousandths. */
const FEE_PER_MILLE = 6;

/** `part` of `whole` of an amount in fen, rounded half up. All are whole and not negative. */
function share(amountFen: number, part: number, whole: number): number {
  return Math.floor((2 * amountFen * part + whole) / (2 * whole));
}

/** WeChat's fee for a payment in fen: 0.60 %, rounded half up for each payment alone. */
export function feeOfPayment(totalFen: number): number {
  return share(totalFen, FEE_PER_MILLE, 1000);
}

/**
 * What of the fee comes back with a refund, in fen: in proportion, counted over all refunds so far,
 * so that the parts of a whole refund add up to the whole fee.
 */
export function feeOfRefund(
  totalFen: number,
  refundedBeforeFen: number,
  refundFen: number,
): number {
  const feeFen = feeOfPayment(totalFen);
  const before = share(feeFen, refundedBeforeFen, totalFen);
  return share(feeFen, refundedBeforeFen + refundFen, totalFen) - before;
}
