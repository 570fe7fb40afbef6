import { expect, test } from "vitest";
import type { TimelinePayout } from "@/features/payouts/components/timeline-steps";
import { timelineSteps } from "@/features/payouts/components/timeline-steps";

const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 1, minute));
const fresh: TimelinePayout = {
  channel: "wechat",
  state: "awaiting_approval",
  requestedAt: at(0),
  approvedAt: null,
  sentAt: null,
  confirmUntil: null,
  paidAt: null,
  endedAt: null,
};
const statusesOf = (payout: Partial<TimelinePayout>) =>
  timelineSteps({ ...fresh, ...payout }).map(({ status }) => status);

const approved = { approvedAt: at(1) };
const sent = { ...approved, sentAt: at(2) };
const offered = { ...sent, confirmUntil: at(3) };

test.each([
  ["awaiting_approval", {}, ["done", "now", "later", "later", "later"]],
  ["approved", approved, ["done", "done", "now", "later", "later"]],
  ["sending", sent, ["done", "done", "now", "later", "later"]],
  ["awaiting_confirmation", offered, ["done", "done", "done", "now", "later"]],
  ["cancelling", offered, ["done", "done", "done", "now", "later"]],
  ["transferring", offered, ["done", "done", "done", "done", "now"]],
  ["paid", { ...offered, paidAt: at(4), endedAt: at(4) }, Array(5).fill("done")],
  ["refused", { endedAt: at(4) }, ["done", "stopped", "later", "later", "later"]],
  ["failed", { ...sent, endedAt: at(4) }, ["done", "done", "stopped", "later", "later"]],
  ["expired", { ...offered, endedAt: at(4) }, ["done", "done", "done", "stopped", "later"]],
  ["failed", { ...offered, endedAt: at(4) }, ["done", "done", "done", "done", "stopped"]],
] as const)("through WeChat, %s shows where it stands", (state, more, statuses) => {
  expect(statusesOf({ state, ...more })).toEqual(statuses);
});

test.each([
  ["approved", approved, ["done", "done", "now", "later"]],
  ["exported", sent, ["done", "done", "done", "now"]],
  ["paid", { ...sent, paidAt: at(4), endedAt: at(4) }, Array(4).fill("done")],
  ["failed", { ...sent, endedAt: at(4) }, ["done", "done", "done", "stopped"]],
] as const)("by bank nobody confirms: %s", (state, more, statuses) => {
  expect(statusesOf({ channel: "bank", state, ...more })).toEqual(statuses);
});

test("each step has its own moment; where it stopped it has that of the end", () => {
  const ended = timelineSteps({ ...fresh, ...offered, state: "expired", endedAt: at(9) });
  expect(ended.map(({ at: moment }) => moment)).toEqual([at(0), at(1), at(2), at(9), null]);
});
