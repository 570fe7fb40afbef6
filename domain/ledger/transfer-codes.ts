/** Why money moved: the closed list of reasons a transfer may carry. */
export const TRANSFER_CODES = [
  "order_paid",
  "order_refunded",
  "late_payment_received",
  "late_payment_refunded",
  "commission_accrued",
  "commission_settled",
  "commission_clawed_back",
] as const;
export type TransferCode = (typeof TRANSFER_CODES)[number];
