/**
 * Why a withdrawal ended without payment, or why it waits: the closed list that the screens have
 * a sentence for, each with what to do about it.
 */
export const PAYOUT_TROUBLES = [
  /** The person's WeChat account is closed, frozen or abnormal. */
  "account_closed",
  /** The bank card behind the WeChat account cannot take it. */
  "bank_card",
  /** The name or identity number is not the one of the WeChat account. */
  "name_mismatch",
  /** The WeChat account has not passed real-name verification. */
  "not_real_name",
  /** A quota of the receiver or of the merchant is used up. */
  "quota",
  /** WeChat's risk control refused it. */
  "risk",
  /** 24 hours went by without confirmation. */
  "not_confirmed",
  /** The distributor took it back. */
  "cancelled_by_distributor",
  /** The merchant took it back, here or at WeChat. */
  "cancelled_by_merchant",
  /** A refund turned what was paid before into debt, before this one was sent. */
  "in_debt",
  /** The merchant refused it or its bank did; `note` says why. */
  "refused_by_merchant",
  "bank_refused",
  /** The merchant's WeChat balance is too small; it is tried again. */
  "merchant_balance",
  /** The merchant's account lacks the scene, a permission, or is restricted. */
  "merchant_account",
  /** It belongs to a merchant number that was replaced before it was sent. */
  "former_number",
  /** It was sent under such a number, and that number's platform shows that it was not paid. */
  "former_number_unpaid",
  /** WeChat or the way to it does not answer; it is asked again. */
  "no_answer",
  "other",
] as const;
export type PayoutTrouble = (typeof PAYOUT_TROUBLES)[number];

/** For these a withdrawal waits at the shop: it is sent again when there is money, or the settings are right. */
export const SHOP_TROUBLES = ["merchant_balance", "merchant_account", "former_number"] as const;
