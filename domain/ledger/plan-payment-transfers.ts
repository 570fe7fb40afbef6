import type { Fen } from "../money/fen";
import { distributorAccount, merchantAccount } from "./account-ref";
import { type TransferDraft, withoutZero } from "./transfer-draft";

export type AccruedCommission = { commissionId: string; distributorId: string; commissionFen: Fen };

/**
 * The transfers of a paid order: what the customer paid from WeChat to the merchant's sales, and
 * from there each commission into the reserve of its distributor, in the same moment (F15), so that
 * what the merchant sees as free never contains what is promised.
 */
export function planPaymentTransfers(payment: {
  paymentId: string;
  orderId: string;
  payableFen: Fen;
  commissions: readonly AccruedCommission[];
  shards: number;
}): TransferDraft[] {
  const { paymentId, orderId, payableFen, shards } = payment;
  const sales = merchantAccount("merchant_sales", orderId, shards);
  const paid: TransferDraft = {
    eventKey: paymentEventKey(paymentId),
    code: "order_paid",
    phase: "single",
    debit: merchantAccount("wechat_clearing", orderId, shards),
    credit: sales,
    amountFen: payableFen,
    reference: { kind: "payment", id: paymentId },
  };
  const accrued = payment.commissions.map(
    ({ commissionId, distributorId, commissionFen }): TransferDraft => ({
      eventKey: accrualEventKey(commissionId),
      code: "commission_accrued",
      phase: "single",
      debit: sales,
      credit: distributorAccount("commission_pending", distributorId),
      amountFen: commissionFen,
      reference: { kind: "commission", id: commissionId },
    }),
  );
  return withoutZero([paid, ...accrued]);
}

/** The event of a payment's arrival. */
export function paymentEventKey(paymentId: string): string {
  return `payment:${paymentId}`;
}

/** The event of a commission's reservation. */
export function accrualEventKey(commissionId: string): string {
  return `commission:${commissionId}:accrue`;
}
