import type { Fen } from "@/domain/money/fen";
import type { MerchantTx } from "@/lib/db/in-merchant";

export type FoundRefund = {
  refundId: string;
  orderId: string;
  paymentId: string;
  mchId: string;
  outRefundNo: string;
  outTradeNo: string;
  transactionId: string | null;
  state: "requested" | "processing" | "success" | "closed" | "abnormal";
  reason: string;
  /** Of the refund. */
  amountFen: Fen;
  /** Of the payment that it takes back. */
  paidFen: Fen;
};

/** The refund that a report or a job names, with its payment. Only late payments are refunded so far. */
export async function findReportedRefund(
  tx: MerchantTx,
  question: { merchantId: string; outRefundNo: string } | { merchantId: string; refundId: string },
): Promise<FoundRefund | null> {
  const { merchantId } = question;
  const which =
    "refundId" in question ? { id: question.refundId } : { outRefundNo: question.outRefundNo };
  const row = await tx.refund.findFirst({
    where: { merchantId, ...which, payment: { state: "late" } },
    include: { payment: { select: { outTradeNo: true, transactionId: true, amountFen: true } } },
  });
  if (!row) return null;
  const { id, orderId, paymentId, mchId, outRefundNo, state, reason, amountFen, payment } = row;
  const { outTradeNo, transactionId, amountFen: paidFen } = payment;
  const numbers = { mchId, outRefundNo, outTradeNo, transactionId };
  return { refundId: id, orderId, paymentId, ...numbers, state, reason, amountFen, paidFen };
}
