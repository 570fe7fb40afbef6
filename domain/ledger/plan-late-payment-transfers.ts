import type { Fen } from "../money/fen";
import { merchantAccount } from "./account-ref";
import { paymentEventKey } from "./plan-payment-transfers";
import { type TransferDraft, withoutZero } from "./transfer-draft";

type LatePayment = { paymentId: string; orderId: string; amountFen: Fen; shards: number };

/**
 * Money that arrived for an order that can no longer be fulfilled: it is owed to the customer and
 * never touches the merchant's sales. Same event as any arrival of this payment: it is booked one way
 * or the other, never both.
 */
export function planLatePaymentTransfers(payment: LatePayment): TransferDraft[] {
  const { paymentId, orderId, amountFen, shards } = payment;
  return withoutZero([
    {
      eventKey: paymentEventKey(paymentId),
      code: "late_payment_received",
      phase: "single",
      debit: merchantAccount("wechat_clearing", orderId, shards),
      credit: merchantAccount("refund_payable", orderId, shards),
      amountFen,
      reference: { kind: "payment", id: paymentId },
    },
  ]);
}

/** The late payment went back whole: through WeChat, or out of the merchant's bank by hand. */
export function planLateRefundTransfers(
  refund: LatePayment & { refundId: string; paidElsewhere: boolean },
): TransferDraft[] {
  const { refundId, paymentId, orderId, amountFen, shards, paidElsewhere } = refund;
  return withoutZero([
    {
      eventKey: `refund:${refundId}`,
      code: "late_payment_refunded",
      phase: "single",
      debit: merchantAccount("refund_payable", orderId, shards),
      credit: merchantAccount(paidElsewhere ? "bank_clearing" : "wechat_clearing", orderId, shards),
      amountFen,
      reference: { kind: "refund", id: refundId },
      reversesEventKey: paymentEventKey(paymentId),
    },
  ]);
}
