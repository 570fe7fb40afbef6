import type { CommissionState } from "../commissions/commission-state";
import type { Fen } from "../money/fen";
import { distributorAccount, merchantAccount } from "./account-ref";
import { accrualEventKey } from "./plan-accrual-transfers";
import { paymentEventKey } from "./plan-payment-transfers";
import { type TransferDraft, withoutZero } from "./transfer-draft";

export type ClawedBackCommission = {
  commissionId: string;
  distributorId: string;
  /** Before this refund: it says on which account the money lies. */
  state: Exclude<CommissionState, "reversed">;
  /** What this refund takes back, see clawBackStep. */
  clawBackFen: Fen;
};

/**
 * The transfers of a refund that succeeded: the customer's money back to WeChat, and from each
 * commission its share back to the merchant, out of the reserve before settlement and out of the
 * available balance after it. Each points at what it takes back.
 * What a distributor has withdrawn already cannot be taken from the available balance: its floor
 * refuses the transfer, and the debt that it becomes belongs to payouts.
 */
export function planRefundTransfers(refund: {
  refundId: string;
  paymentId: string;
  orderId: string;
  refundFen: Fen;
  clawBacks: readonly ClawedBackCommission[];
  shards: number;
}): TransferDraft[] {
  const { refundId, orderId, shards } = refund;
  const sales = merchantAccount("merchant_sales", orderId, shards);
  const refunded: TransferDraft = {
    eventKey: `refund:${refundId}`,
    code: "order_refunded",
    phase: "single",
    debit: sales,
    credit: merchantAccount("wechat_clearing", orderId, shards),
    amountFen: refund.refundFen,
    reference: { kind: "refund", id: refundId },
    reversesEventKey: paymentEventKey(refund.paymentId),
  };
  const clawedBack = refund.clawBacks.map(
    ({ commissionId, distributorId, state, clawBackFen }): TransferDraft => ({
      eventKey: `commission:${commissionId}:claw-back:${refundId}`,
      code: "commission_clawed_back",
      phase: "single",
      debit: distributorAccount(
        state === "settled" ? "commission_available" : "commission_pending",
        distributorId,
      ),
      credit: sales,
      amountFen: clawBackFen,
      reference: { kind: "commission", id: commissionId },
      reversesEventKey: accrualEventKey(commissionId),
    }),
  );
  return withoutZero([refunded, ...clawedBack]);
}
