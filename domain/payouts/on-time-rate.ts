import { type Bps, WHOLE_BPS } from "../money/fen";

/**
 * Paid by the due date ÷ due, null while nothing was due. Rounded down: who paid one of twenty thousand
 * late has not paid all of them on time.
 */
export function onTimeRateBps({ due, onTime }: { due: number; onTime: number }): Bps | null {
  return due === 0 ? null : Math.floor((onTime * WHOLE_BPS) / due);
}
