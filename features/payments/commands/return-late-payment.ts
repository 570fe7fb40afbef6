import { ACCOUNT_SHARDS } from "@/domain/ledger/account-kinds";
import { planLatePaymentTransfers } from "@/domain/ledger/plan-late-payment-transfers";
import type { Fen } from "@/domain/money/fen";
import { recordAudit } from "@/features/audit/commands/record-audit";
import { postTransfers } from "@/features/ledger/commands/post-transfers";
import { requestLateRefund } from "@/features/refunds/commands/request-late-refund";
import type { MerchantTx } from "@/lib/db/in-merchant";

/**
 * Money came in that no order can use: it is booked as owed to the customer, and its refund is written
 * down under a number that never changes, for the worker to send.
 */
export async function returnLatePayment(
  tx: MerchantTx,
  late: {
    merchantId: string;
    orderId: string;
    paymentId: string;
    transactionId: string;
    amountFen: Fen;
    /** The order was paid by another payment; otherwise it was closed and the goods are gone. */
    paidTwice: boolean;
    succeededAt: Date;
    now: Date;
  },
): Promise<void> {
  const { merchantId, orderId, paymentId, transactionId, amountFen, paidTwice, now } = late;
  const { count } = await tx.payment.updateMany({
    where: { merchantId, id: paymentId, state: { in: ["created", "closed"] } },
    data: { state: "late", transactionId, succeededAt: late.succeededAt },
  });
  if (count === 0) throw new Error(`payment ${paymentId} is settled, and yet was to be returned`);
  await requestLateRefund(tx, {
    merchantId,
    orderId,
    paymentId,
    amountFen,
    reason: paidTwice ? "订单重复支付，原路退回" : "订单已关闭且商品售罄，原路退回",
    now,
  });
  await recordAudit(tx, {
    merchantId,
    actor: { kind: "wechat" },
    action: paidTwice ? "payment.paid_twice" : "payment.late",
    objectKind: "order",
    objectId: orderId,
    details: { paymentId, amountFen: amountFen.toString() },
    now,
  });
  const drafts = planLatePaymentTransfers({
    paymentId,
    orderId,
    amountFen,
    shards: ACCOUNT_SHARDS,
  });
  await postTransfers(tx, { merchantId, drafts, now });
}
