export const COMMISSION_STATES = ["pending", "settled", "reversed", "held"] as const;
export type CommissionState = (typeof COMMISSION_STATES)[number];

export const COMMISSION_EVENTS = ["settle", "hold", "release", "reverse"] as const;
export type CommissionEvent = (typeof COMMISSION_EVENTS)[number];

/**
 * The life of a commission. `hold` and `release` frame a risk case; `reverse` is the end of one that
 * was taken back whole, while a part taken back leaves the state as it is. What is held cannot
 * settle: it must be released first.
 */
const TRANSITIONS: Record<CommissionState, Partial<Record<CommissionEvent, CommissionState>>> = {
  pending: { settle: "settled", hold: "held", reverse: "reversed" },
  held: { release: "pending", reverse: "reversed" },
  settled: { reverse: "reversed" },
  reversed: {},
};

/** The state that the event leads to, or null where the event is not allowed. */
export function nextCommissionState(
  from: CommissionState,
  event: CommissionEvent,
): CommissionState | null {
  return TRANSITIONS[from][event] ?? null;
}

/** Whether the event is allowed in this state. */
export function canCommissionTransition(from: CommissionState, event: CommissionEvent): boolean {
  return nextCommissionState(from, event) !== null;
}
