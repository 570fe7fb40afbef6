import type { Fen } from "../money/fen";
import type { PayoutChannel } from "./payout-state";

/** Every possible refusal of a quote or request. */
export type PayoutRefusal =
  | { reason: "below_minimum"; minimumFen: Fen }
  | { reason: "above_available"; availableFen: Fen }
  | { reason: "in_debt"; debtFen: Fen }
  | { reason: "payout_open"; payoutNo: string }
  | { reason: "account_missing" }
  | { reason: "bank_missing" }
  | { reason: "cooling_down"; until: Date }
  | { reason: "daily_cap"; leftFen: Fen }
  | { reason: "merchant_daily_cap" }
  | { reason: "tax_rule_missing" }
  | { reason: "tax_changed"; taxFen: Fen }
  | { reason: "frozen" }
  | { reason: "net_too_small" }
  | { reason: "not_a_distributor" }
  | { reason: "wechat_not_set_up" };

/** What is known of a distributor at the moment of a request. Amounts in fen. */
export type RequestFacts = {
  grossFen: Fen;
  channel: PayoutChannel;
  /** Neither waiting for approval nor refused. */
  isDistributor: boolean;
  isFrozen: boolean;
  /** The shop can pay through WeChat, and the person is known there. */
  hasWechat: boolean;
  account: { hasBank: boolean; coolingDownUntil: Date | null } | null;
  openPayoutNo: string | null;
  availableFen: Fen;
  debtFen: Fen;
  /** Asked for today by the same person, under whichever distributor, and not given back. */
  personTodayFen: Fen;
  merchantTodayFen: Fen;
  policy: { minFen: Fen; dailyCapFen: Fen; dailyTotalFen: Fen };
};

/** @returns why a withdrawal cannot be asked for, the reason first that the person can do most about, or null */
export function judgeRequest(facts: RequestFacts, now: Date): PayoutRefusal | null {
  return judgePerson(facts) ?? judgeAccount(facts, now) ?? judgeAmount(facts);
}

function judgePerson(facts: RequestFacts): PayoutRefusal | null {
  if (!facts.isDistributor) return { reason: "not_a_distributor" };
  if (facts.isFrozen) return { reason: "frozen" };
  if (facts.openPayoutNo !== null) return { reason: "payout_open", payoutNo: facts.openPayoutNo };
  if (facts.debtFen > 0n) return { reason: "in_debt", debtFen: facts.debtFen };
  return null;
}

function judgeAccount({ account, channel, hasWechat }: RequestFacts, now: Date) {
  if (account === null) return { reason: "account_missing" } as const;
  if (channel === "bank" && !account.hasBank) return { reason: "bank_missing" } as const;
  if (channel === "wechat" && !hasWechat) return { reason: "wechat_not_set_up" } as const;
  const until = account.coolingDownUntil;
  return until !== null && now < until ? ({ reason: "cooling_down", until } as const) : null;
}

function judgeAmount(facts: RequestFacts): PayoutRefusal | null {
  const { grossFen, availableFen, policy } = facts;
  if (grossFen < policy.minFen) return { reason: "below_minimum", minimumFen: policy.minFen };
  if (grossFen > availableFen) return { reason: "above_available", availableFen };
  const leftFen = leftUnder(policy.dailyCapFen, facts.personTodayFen);
  if (grossFen > leftFen) return { reason: "daily_cap", leftFen };
  const merchantLeftFen = leftUnder(policy.dailyTotalFen, facts.merchantTodayFen);
  return grossFen > merchantLeftFen ? { reason: "merchant_daily_cap" } : null;
}

/** What a cap leaves; never below 0, for a cap may have been lowered. */
export function leftUnder(capFen: Fen, usedFen: Fen): Fen {
  return usedFen < capFen ? capFen - usedFen : 0n;
}
