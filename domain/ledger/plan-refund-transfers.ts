import type { Fen } from "../money/fen";
import { distributorAccount, merchantAccount } from "./account-ref";
import { accrualEventKey } from "./plan-accrual-transfers";
import { paymentEventKey } from "./plan-payment-transfers";
import { type ClawedBackCommission, type SplitClawBack, splitClawBacks } from "./split-claw-backs";
import { type TransferDraft, withoutZero } from "./transfer-draft";

/**
 * The transfers of a refund that succeeded: the customer's money back through WeChat, or out of the
 * merchant's bank where WeChat could not and the merchant paid by hand, and from each commission its share back to the merchant: out of the reserve before settlement, after it out of
 * what the distributor has free, and what is no longer there becomes a debt. Each points at what it
 * takes back. `freeFen` must not change until the transfers are booked.
 */
export function planRefundTransfers(refund: {
  refundId: string;
  paymentId: string;
  orderId: string;
  refundFen: Fen;
  /** Whether the merchant paid the customer outside WeChat. */
  paidElsewhere: boolean;
  clawBacks: readonly ClawedBackCommission[];
  /** By distributor: available and not held for a payout. */
  freeFen: ReadonlyMap<string, Fen>;
  shards: number;
}): TransferDraft[] {
  const { refundId, orderId, shards } = refund;
  const refunded: TransferDraft = {
    eventKey: `refund:${refundId}`,
    code: "order_refunded",
    phase: "single",
    debit: merchantAccount("merchant_sales", orderId, shards),
    credit: merchantAccount(
      refund.paidElsewhere ? "bank_clearing" : "wechat_clearing",
      orderId,
      shards,
    ),
    amountFen: refund.refundFen,
    reference: { kind: "refund", id: refundId },
    reversesEventKey: paymentEventKey(refund.paymentId),
  };
  const clawedBack = splitClawBacks(refund.clawBacks, refund.freeFen).flatMap((split) =>
    planClawBack(split, refund),
  );
  return withoutZero([refunded, ...clawedBack]);
}

function planClawBack(
  split: SplitClawBack,
  { refundId, orderId, shards }: { refundId: string; orderId: string; shards: number },
): TransferDraft[] {
  const { commissionId, distributorId, fromPendingFen, fromAvailableFen, asDebtFen } = split;
  const eventKey = clawBackEventKey(commissionId, refundId);
  const common = {
    phase: "single" as const,
    credit: merchantAccount("merchant_sales", orderId, shards),
    reference: { kind: "commission" as const, id: commissionId },
    reversesEventKey: accrualEventKey(commissionId),
  };
  return [
    {
      ...common,
      eventKey,
      code: "commission_clawed_back",
      debit: distributorAccount(
        fromPendingFen > 0n ? "commission_pending" : "commission_available",
        distributorId,
      ),
      amountFen: fromPendingFen + fromAvailableFen,
    },
    {
      ...common,
      eventKey: `${eventKey}:debt`,
      code: "commission_clawed_back_as_debt",
      debit: distributorAccount("commission_debt", distributorId),
      amountFen: asDebtFen,
    },
  ];
}

/** The event of what one refund takes back of a commission; its debt adds ":debt". */
function clawBackEventKey(commissionId: string, refundId: string): string {
  return `commission:${commissionId}:claw-back:${refundId}`;
}
