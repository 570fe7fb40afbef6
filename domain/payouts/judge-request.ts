import type { Fen } from "../money/fen";

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
