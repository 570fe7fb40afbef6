import type { Fen } from "@/domain/money/fen";
import type { WechatCredentials } from "@/lib/wechat/credentials";
import { callPay, type PayAnswer } from "@/lib/wechat/pay/call-pay";
import { limitBytes } from "@/lib/wechat/pay/limit-bytes";
import { refundSchema, type WechatRefund } from "@/lib/wechat/pay/refund";

/** WeChat's limit for the reason, which the customer reads. */
const reasonBytes = 80;

export type RefundOrder = {
  transactionId: string;
  /** Kept through every retry: a new number would refund twice. */
  outRefundNo: string;
  reason: string;
  refundFen: Fen;
  /** What was paid. */
  totalFen: Fen;
  notifyUrl: string;
};

/** Asks WeChat to give money back; most refunds are PROCESSING at first. */
export function requestRefund(
  credentials: WechatCredentials,
  refund: RefundOrder,
  now: Date,
): Promise<PayAnswer<WechatRefund>> {
  return callPay({
    credentials,
    method: "POST",
    target: "/v3/refund/domestic/refunds",
    body: {
      transaction_id: refund.transactionId,
      out_refund_no: refund.outRefundNo,
      reason: limitBytes(refund.reason, reasonBytes),
      notify_url: refund.notifyUrl,
      amount: {
        refund: Number(refund.refundFen),
        total: Number(refund.totalFen),
        currency: "CNY",
      },
    },
    answer: refundSchema,
    now,
  });
}

/** What became of a refund. */
export function queryRefund(
  credentials: WechatCredentials,
  outRefundNo: string,
  now: Date,
): Promise<PayAnswer<WechatRefund>> {
  return callPay({
    credentials,
    method: "GET",
    target: `/v3/refund/domestic/refunds/${encodeURIComponent(outRefundNo)}`,
    answer: refundSchema,
    now,
  });
}
