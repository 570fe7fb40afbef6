import fc from "fast-check";
import { expect, test } from "vitest";
import { judgeTransfer, type KnownTransfer, stateOfTransfer } from "./judge-transfer";
import { canBeCancelled, hasEnded, PAYOUT_STATES, type PayoutState } from "./payout-state";

const WECHAT = [
  "ACCEPTED",
  "PROCESSING",
  "WAIT_USER_CONFIRM",
  "TRANSFERING",
  "SUCCESS",
  "FAIL",
  "CANCELING",
  "CANCELLED",
] as const;
const known = (state: PayoutState, over: Partial<KnownTransfer> = {}): KnownTransfer => ({
  mchId: "1",
  payoutNo: "n",
  transferBillNo: "t",
  netFen: 5n,
  openId: "o",
  state,
  ...over,
});
const told = (state: string, over = {}) => ({
  mchId: "1",
  outBillNo: "n",
  transferBillNo: "t",
  state,
  amountFen: 5n,
  openId: "o",
  failReason: "",
  ...over,
});

test.each([
  ["ACCEPTED", "", "sending"],
  ["PROCESSING", "", "sending"],
  ["WAIT_USER_CONFIRM", "", "awaiting_confirmation"],
  ["TRANSFERING", "", "transferring"],
  ["CANCELING", "", "cancelling"],
  ["SUCCESS", "", "paid"],
  ["CANCELLED", "", "cancelled"],
  ["FAIL", "OVERDUE_CLOSE", "expired"],
  ["FAIL", "MCH_CANCEL", "cancelled"],
  ["FAIL", "TRANSFER_RISK", "failed"],
  ["FAIL", "", "failed"],
  ["NEW_WORD", "", null],
])("WeChat's %s %s is our %s", (state, failReason, ours) => {
  expect(stateOfTransfer(state, failReason)).toBe(ours);
});

test.each([
  ["unknown_payout", {}, null],
  ["wrong_mchid", { mchId: "2" }, known("sending")],
  ["wrong_number", { outBillNo: "m" }, known("sending")],
  ["second_transfer", { transferBillNo: "u" }, known("sending")],
  ["wrong_amount", { amountFen: 6n }, known("sending")],
  ["wrong_openid", { openId: "p" }, known("sending")],
  ["not_sent", {}, known("approved")],
  ["not_sent", {}, known("awaiting_approval")],
  ["not_sent", {}, known("exported")],
  ["contradicts_its_end", {}, known("failed")],
  ["contradicts_its_end", {}, known("refused")],
] as const)("%s is put away", (reason, over, payout) => {
  expect(judgeTransfer(told("SUCCESS", over), payout)).toEqual({ kind: "mismatch", reason });
});

test("what a way of telling leaves out is no mismatch", () => {
  const short = { mchId: null, amountFen: null, openId: null };
  const first = known("sending", { transferBillNo: null });
  expect(judgeTransfer(told("WAIT_USER_CONFIRM", short), first)).toEqual({
    kind: "move",
    to: "awaiting_confirmation",
  });
});

const forward: [PayoutState, string, PayoutState | null][] = [
  ["sending", "WAIT_USER_CONFIRM", "awaiting_confirmation"],
  ["sending", "TRANSFERING", "transferring"],
  ["sending", "CANCELING", "cancelling"],
  ["sending", "ACCEPTED", null],
  ["awaiting_confirmation", "ACCEPTED", null],
  ["awaiting_confirmation", "WAIT_USER_CONFIRM", null],
  ["awaiting_confirmation", "TRANSFERING", "transferring"],
  ["awaiting_confirmation", "CANCELING", "cancelling"],
  ["transferring", "WAIT_USER_CONFIRM", null],
  ["transferring", "CANCELING", null],
  ["cancelling", "WAIT_USER_CONFIRM", null],
  ["cancelling", "TRANSFERING", "transferring"],
  ["sending", "NEW_WORD", null],
];
test.each(forward)("%s goes on %s to %s", (from, state, to) => {
  const verdict = judgeTransfer(told(state), known(from));
  expect(verdict).toEqual(to === null ? { kind: "stay" } : { kind: "move", to });
});

test("every living state ends by every end of WeChat's", () => {
  for (const from of ["sending", "awaiting_confirmation", "transferring", "cancelling"] as const) {
    expect(judgeTransfer(told("SUCCESS"), known(from))).toEqual({ kind: "move", to: "paid" });
    expect(judgeTransfer(told("CANCELLED"), known(from))).toEqual({
      kind: "move",
      to: "cancelled",
    });
    expect(judgeTransfer(told("FAIL"), known(from))).toEqual({ kind: "move", to: "failed" });
  }
});

test("what has ended never moves, and only a contradicting end is more than old news", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...PAYOUT_STATES.filter(hasEnded)),
      fc.constantFrom(...WECHAT),
      (from, state) => {
        const to = stateOfTransfer(state, "");
        const isEnd = to !== null && hasEnded(to);
        const contradicts = isEnd && (to === "paid") !== (from === "paid");
        expect(judgeTransfer(told(state), known(from))).toEqual(
          contradicts ? { kind: "mismatch", reason: "contradicts_its_end" } : { kind: "stay" },
        );
      },
    ),
  );
});

test("given back because WeChat knew nothing of it, and alive there after all: put away", () => {
  const unknown = known("cancelled", { transferBillNo: null });
  expect(judgeTransfer(told("WAIT_USER_CONFIRM"), unknown)).toEqual({
    kind: "mismatch",
    reason: "contradicts_its_end",
  });
});

test("ends, and what can be taken back, are closed lists", () => {
  expect(PAYOUT_STATES.filter(hasEnded)).toEqual([
    "paid",
    "failed",
    "expired",
    "cancelled",
    "refused",
  ]);
  expect(PAYOUT_STATES.filter(canBeCancelled)).toEqual([
    "awaiting_approval",
    "approved",
    "sending",
    "awaiting_confirmation",
  ]);
});
