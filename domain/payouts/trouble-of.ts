import type { PayoutChannel, PayoutState } from "./payout-state";
import type { PayoutTrouble } from "./payout-trouble";

/**
 * WeChat's fail_reason values (wechat.md 4.9) and our own words for what stops a withdrawal, as the
 * closed list that screens translate.
 */
const BY_REASON: ReadonlyMap<string, PayoutTrouble> = new Map<string, PayoutTrouble>([
  ["ACCOUNT_FROZEN", "account_closed"],
  ["ACCOUNT_NOT_EXIST", "account_closed"],
  ["PAYEE_ACCOUNT_ABNORMAL", "account_closed"],
  ["RECEIVE_ACCOUNT_NOT_PERMMIT", "account_closed"],
  ["RECEIVE_ACCOUNT_NOT_CONFIGURE", "account_closed"],
  ["OPENID_INVALID", "account_closed"],
  ["BANK_CARD_ACCOUNT_ABNORMAL", "bank_card"],
  ["BANK_CARD_BANK_INFO_WRONG", "bank_card"],
  ["BANK_CARD_CARD_INFO_WRONG", "bank_card"],
  ["BANK_CARD_COLLECTIONS_ABOVE_QUOTA", "bank_card"],
  ["BANK_CARD_PARAM_ERROR", "bank_card"],
  ["BANK_CARD_STATUS_ABNORMAL", "bank_card"],
  ["NAME_NOT_CORRECT", "name_mismatch"],
  ["ID_CARD_NOT_CORRECT", "name_mismatch"],
  ["REAL_NAME_CHECK_FAIL", "not_real_name"],
  ["TRANSFER_QUOTA_EXCEED", "quota"],
  ["DAY_RECEIVED_QUOTA_EXCEED", "quota"],
  ["MONTH_RECEIVED_QUOTA_EXCEED", "quota"],
  ["DAY_RECEIVED_COUNT_EXCEED", "quota"],
  ["REALNAME_ACCOUNT_RECEIVED_QUOTA_EXCEED", "quota"],
  ["BLOCK_B2C_USERLIMITAMOUNT_MONTH", "quota"],
  ["BLOCK_B2C_USERLIMITAMOUNT_BSRULE_MONTH", "quota"],
  ["TRANSFER_RISK", "risk"],
  ["OVERDUE_CLOSE", "not_confirmed"],
  ["MCH_CANCEL", "cancelled_by_merchant"],
  ["MERCHANT_REJECT", "cancelled_by_merchant"],
  ["MERCHANT_NOT_CONFIRM", "cancelled_by_merchant"],
  ["PAYER_ACCOUNT_ABNORMAL", "merchant_account"],
  ["PRODUCT_AUTH_CHECK_FAIL", "merchant_account"],
  ["TRANSFER_SCENE_UNAVAILABLE", "merchant_account"],
  ["TRANSFER_SCENE_INVALID", "merchant_account"],
  ["TRANSFER_REMARK_SET_FAIL", "merchant_account"],
  ["cancelled_by_distributor", "cancelled_by_distributor"],
  ["cancelled_by_merchant", "cancelled_by_merchant"],
  ["in_debt", "in_debt"],
  ["merchant_balance", "merchant_balance"],
  ["merchant_account", "merchant_account"],
  ["former_number", "former_number"],
  ["former_number_unpaid", "former_number_unpaid"],
  ["no_answer", "no_answer"],
]);

/** The fail reasons that stand for one of these troubles: for what is asked of the database. */
export function reasonsOf(troubles: ReadonlySet<PayoutTrouble>): string[] {
  return [...BY_REASON].flatMap(([reason, trouble]) => (troubles.has(trouble) ? [reason] : []));
}

/** Why a withdrawal ended unpaid or waits; null where there is nothing to say. */
export function troubleOf(payout: {
  state: PayoutState;
  channel: PayoutChannel;
  failReason: string;
}): PayoutTrouble | null {
  const { state, channel, failReason } = payout;
  if (state === "paid") return null;
  if (state === "refused") return "refused_by_merchant";
  if (state === "failed" && channel === "bank") return "bank_refused";
  if (state === "expired") return "not_confirmed";
  if (failReason === "") return state === "cancelled" ? "cancelled_by_merchant" : null;
  return BY_REASON.get(failReason) ?? "other";
}
