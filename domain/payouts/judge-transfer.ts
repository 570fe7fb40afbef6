import type { Fen } from "../money/fen";
import { hasEnded, type PayoutState } from "./payout-state";

/** What WeChat says of a transfer; null for what this way of telling leaves out. */
export type ReportedTransfer = {
  mchId: string | null;
  outBillNo: string;
  transferBillNo: string;
  state: string;
  amountFen: Fen | null;
  openId: string | null;
  failReason: string;
};

/** What we asked for, and what has become of it. */
export type KnownTransfer = {
  mchId: string;
  payoutNo: string;
  /** WeChat's number as first heard; null before. */
  transferBillNo: string | null;
  netFen: Fen;
  openId: string;
  state: PayoutState;
};

export type TransferMismatch =
  | "unknown_payout"
  | "wrong_mchid"
  | "wrong_number"
  | "second_transfer"
  | "wrong_amount"
  | "wrong_openid"
  /** It speaks of a transfer that was never sent. */
  | "not_sent"
  /** It was given back here and is paid or alive there, or the other way round. */
  | "contradicts_its_end";

export type TransferVerdict =
  /** To be shown to staff, never applied. */
  | { kind: "mismatch"; reason: TransferMismatch }
  /** Old news, or nothing new. */
  | { kind: "stay" }
  | { kind: "move"; to: PayoutState };

/** Our state for WeChat's; an end without payment counts by its reason. Null for a word that is not known. */
export function stateOfTransfer(state: string, failReason: string): PayoutState | null {
  if (state === "FAIL") return endOfFailure(failReason);
  return PLAIN_STATES.get(state) ?? null;
}

const PLAIN_STATES: ReadonlyMap<string, PayoutState> = new Map([
  ["ACCEPTED", "sending"],
  ["PROCESSING", "sending"],
  ["WAIT_USER_CONFIRM", "awaiting_confirmation"],
  ["TRANSFERING", "transferring"],
  ["CANCELING", "cancelling"],
  ["SUCCESS", "paid"],
  ["CANCELLED", "cancelled"],
]);

function endOfFailure(failReason: string): PayoutState {
  if (failReason === "OVERDUE_CLOSE") return "expired";
  return failReason === "MCH_CANCEL" ? "cancelled" : "failed";
}

/** Where each living state may go by WeChat's word; anything else is older news. */
const FORWARD: ReadonlyMap<PayoutState, readonly PayoutState[]> = new Map([
  ["sending", ["awaiting_confirmation", "transferring", "cancelling"]],
  ["awaiting_confirmation", ["transferring", "cancelling"]],
  // A person may confirm in the moment in which it is taken back: then WeChat takes nothing back.
  ["cancelling", ["transferring"]],
  ["transferring", []],
]);

/**
 * Judges a report against the withdrawal that we know (money.md 5). Reports come late, twice and out of
 * order: what has ended stays ended, and only an end that contradicts ours is more than old news.
 */
export function judgeTransfer(
  reported: ReportedTransfer,
  known: KnownTransfer | null,
): TransferVerdict {
  const reason = findMismatch(reported, known);
  if (reason !== null || known === null) {
    return { kind: "mismatch", reason: reason ?? "unknown_payout" };
  }
  const to = stateOfTransfer(reported.state, reported.failReason);
  if (to === null) return { kind: "stay" };
  if (hasEnded(known.state)) return judgeEnded(known, to);
  const forward = FORWARD.get(known.state);
  if (forward === undefined) return { kind: "mismatch", reason: "not_sent" };
  return hasEnded(to) || forward.includes(to) ? { kind: "move", to } : { kind: "stay" };
}

function findMismatch(
  reported: ReportedTransfer,
  known: KnownTransfer | null,
): TransferMismatch | null {
  if (known === null) return "unknown_payout";
  if ((reported.mchId ?? known.mchId) !== known.mchId) return "wrong_mchid";
  if (reported.outBillNo !== known.payoutNo) return "wrong_number";
  if ((known.transferBillNo ?? reported.transferBillNo) !== reported.transferBillNo) {
    return "second_transfer";
  }
  if ((reported.amountFen ?? known.netFen) !== known.netFen) return "wrong_amount";
  return (reported.openId ?? known.openId) === known.openId ? null : "wrong_openid";
}

function judgeEnded(known: KnownTransfer, to: PayoutState): TransferVerdict {
  const contradiction: TransferVerdict = { kind: "mismatch", reason: "contradicts_its_end" };
  if (hasEnded(to)) {
    return (to === "paid") === (known.state === "paid") ? { kind: "stay" } : contradiction;
  }
  // It was given back because WeChat knew nothing of it; now it does.
  return known.transferBillNo === null ? contradiction : { kind: "stay" };
}
