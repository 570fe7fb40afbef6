import { hasEnded, type PayoutState } from "./payout-state";

const SECOND_MS = 1_000;

/** By state: the first pause and the longest. Pauses double with every attempt. */
const PAUSES: ReadonlyMap<PayoutState, readonly [firstMs: number, longestMs: number]> = new Map([
  ["sending", [2 * SECOND_MS, 60 * SECOND_MS]],
  // The notification tells; this is for the ones that were lost.
  ["awaiting_confirmation", [60 * SECOND_MS, 600 * SECOND_MS]],
  ["transferring", [5 * SECOND_MS, 120 * SECOND_MS]],
  ["cancelling", [2 * SECOND_MS, 60 * SECOND_MS]],
]);

/**
 * When a withdrawal is looked at again after `attempts` looks in this state; null when there is
 * nothing to do for the worker.
 */
export function nextStep(state: PayoutState, attempts: number, now: Date): Date | null {
  const pauses = PAUSES.get(state);
  if (hasEnded(state) || pauses === undefined) return null;
  const [firstMs, longestMs] = pauses;
  // 2^20 is past every longest pause; beyond it the power would only lose precision.
  const pauseMs = Math.min(firstMs * 2 ** Math.min(Math.max(attempts - 1, 0), 20), longestMs);
  return new Date(now.getTime() + pauseMs);
}
