/** The states of a withdrawal; prisma/schema/payout.prisma says what each means. */
export const PAYOUT_STATES = [
  "awaiting_approval",
  "approved",
  "exported",
  "sending",
  "awaiting_confirmation",
  "transferring",
  "cancelling",
  "paid",
  "failed",
  "expired",
  "cancelled",
  "refused",
] as const;
export type PayoutState = (typeof PAYOUT_STATES)[number];

/** Ended without money, which is free again. */
export const UNPAID_STATES = ["failed", "expired", "cancelled", "refused"] as const;
/** How a withdrawal can end. */
export const ENDED_STATES = ["paid", ...UNPAID_STATES] as const;
export type EndedState = (typeof ENDED_STATES)[number];

export type PayoutChannel = "wechat" | "bank";

/** Whether nothing more can happen to a withdrawal in this state. */
export function hasEnded(state: PayoutState): state is EndedState {
  return ENDED_STATES.some((ended) => ended === state);
}

/**
 * Whether its owner may still take it back. By bank only before it stands in a file that left the
 * house; through WeChat until the money moves.
 */
export function canBeCancelled(state: PayoutState): boolean {
  return (
    state === "awaiting_approval" ||
    state === "approved" ||
    state === "sending" ||
    state === "awaiting_confirmation"
  );
}
