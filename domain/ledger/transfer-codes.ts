/** Why money moved: the closed list of reasons a transfer may carry. */
export const TRANSFER_CODES = [
  "order_paid",
  "order_refunded",
  "late_payment_received",
  "late_payment_refunded",
  "commission_accrued",
  "commission_settled",
  "commission_clawed_back",
  "commission_clawed_back_as_debt",
  "debt_netted",
  "payment_fee_charged",
  "payment_fee_returned",
  "payout_held",
  "payout_paid",
  "payout_voided",
  "payout_tax_withheld",
  "payout_left_by_bank",
  "tax_remitted",
] as const;
export type TransferCode = (typeof TRANSFER_CODES)[number];
