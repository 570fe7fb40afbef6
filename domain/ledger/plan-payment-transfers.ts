import type { Fen } from "../money/fen";
import { merchantAccount } from "./account-ref";
import { type AccruedCommission, planAccrualTransfers } from "./plan-accrual-transfers";
import { type TransferDraft, withoutZero } from "./transfer-draft";

/**
 * The transfers of a paid order: what the customer paid from WeChat to the merchant's sales, and
 * from there each commission into the reserve of its distributor, in the same moment (F15).
 * `commissions` may be left to planAccrualTransfers and booked in the same call.
 */
export function planPaymentTransfers(payment: {
  paymentId: string;
  orderId: string;
  payableFen: Fen;
  commissions: readonly AccruedCommission[];
  shards: number;
}): TransferDraft[] {
  const { paymentId, orderId, payableFen, commissions, shards } = payment;
  const paid: TransferDraft = {
    eventKey: paymentEventKey(paymentId),
    code: "order_paid",
    phase: "single",
    debit: merchantAccount("wechat_clearing", orderId, shards),
    credit: merchantAccount("merchant_sales", orderId, shards),
    amountFen: payableFen,
    reference: { kind: "payment", id: paymentId },
  };
  return [...withoutZero([paid]), ...planAccrualTransfers({ orderId, commissions, shards })];
}

/** The event of a payment's arrival. */
export function paymentEventKey(paymentId: string): string {
  return `payment:${paymentId}`;
}
