import type { PayoutState } from "@/domain/payouts/payout-state";

export type StepName = "requested" | "approved" | "sent" | "confirmed" | "paid";
export type TimelineStep = {
  name: StepName;
  /** `stopped`: it ended here without payment. */
  status: "done" | "now" | "stopped" | "later";
  /** Null where the moment is not known or not come. */
  at: Date | null;
};

export type TimelinePayout = {
  channel: "wechat" | "bank";
  state: PayoutState;
  requestedAt: Date;
  approvedAt: Date | null;
  sentAt: Date | null;
  /** There as soon as WeChat waits for the confirmation. */
  confirmUntil: Date | null;
  paidAt: Date | null;
  endedAt: Date | null;
};

/** The steps of a withdrawal from request to money, and where it stands. By bank nobody confirms. */
export function timelineSteps(payout: TimelinePayout): TimelineStep[] {
  const { channel, state, requestedAt, approvedAt, sentAt, paidAt, endedAt } = payout;
  const all: StepName[] = ["requested", "approved", "sent", "confirmed", "paid"];
  const names = all.filter((name) => name !== "confirmed" || channel === "wechat");
  const reached = names.indexOf(reachedStep(payout));
  const moments = { requested: requestedAt, approved: approvedAt, sent: sentAt, paid: paidAt };
  const stopped = endedAt !== null && state !== "paid";
  return names.map((name, index) => {
    const at = name === "confirmed" ? null : moments[name];
    if (index < reached || state === "paid") return { name, status: "done", at };
    if (index > reached) return { name, status: "later", at: null };
    return stopped ? { name, status: "stopped", at: endedAt } : { name, status: "now", at: null };
  });
}

/** The step that is under way, or at which it ended. */
function reachedStep({
  channel,
  state,
  approvedAt,
  sentAt,
  confirmUntil,
}: TimelinePayout): StepName {
  if (state === "paid" || state === "transferring" || state === "exported") return "paid";
  if (approvedAt === null) return "approved";
  if (channel === "bank") return sentAt === null ? "sent" : "paid";
  if (confirmUntil === null) return "sent";
  // WeChat fails a transfer when the receiver has confirmed and cannot take it.
  return state === "failed" ? "paid" : "confirmed";
}
