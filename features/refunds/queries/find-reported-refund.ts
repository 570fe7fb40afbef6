import type { Fen } from "@/domain/money/fen";
import type { RefundState } from "@/features/refunds/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

export type FoundRefund = {
  refundId: string;
  orderId: string;
  paymentId: string;
  /** The whole of a payment that came too late: it never touched order and commissions. */
  isLate: boolean;
  mchId: string;
  outRefundNo: string;
  outTradeNo: string;
  transactionId: string | null;
  state: RefundState;
  reason: string;
  /** What was refused last, of the closed set of lib/wechat/pay/pay-failure, or empty. */
  failure: string;
  /** The merchant paid the customer by hand, because WeChat could not. */
  paidElsewhere: boolean;
  /** Of the refund. */
  amountFen: Fen;
  /** Of the payment that it takes back. */
  paidFen: Fen;
};

/** The refund that a report or a job names, with its payment. */
export async function findReportedRefund(
  tx: MerchantTx,
  question: { merchantId: string; outRefundNo: string } | { merchantId: string; refundId: string },
): Promise<FoundRefund | null> {
  const { merchantId } = question;
  const which =
    "refundId" in question ? { id: question.refundId } : { outRefundNo: question.outRefundNo };
  const row = await tx.refund.findFirst({
    where: { merchantId, ...which },
    include: {
      payment: { select: { state: true, outTradeNo: true, transactionId: true, amountFen: true } },
    },
  });
  if (!row) return null;
  const { id, orderId, paymentId, mchId, outRefundNo, amountFen, payment } = row;
  const { state, reason, failure, paidElsewhere } = row;
  const { outTradeNo, transactionId, amountFen: paidFen } = payment;
  const numbers = { mchId, outRefundNo, outTradeNo, transactionId };
  const isLate = payment.state === "late";
  return {
    refundId: id,
    orderId,
    paymentId,
    isLate,
    ...numbers,
    state,
    reason,
    failure,
    paidElsewhere,
    amountFen,
    paidFen,
  };
}
