import { toBeijingRfc3339 } from "../beijing-time";
import { refundAnswerSchema } from "../schemas/refund";
import type { SandboxRefund } from "../store/refunds";

/** A refund as both refund endpoints show it. */
export function answerRefund(refund: SandboxRefund) {
  const succeeded = refund.status === "SUCCESS" && refund.settled_at !== null;
  return refundAnswerSchema.parse({
    refund_id: refund.refund_id,
    out_refund_no: refund.out_refund_no,
    transaction_id: refund.transaction_id,
    out_trade_no: refund.out_trade_no,
    channel: "ORIGINAL",
    user_received_account: "支付用户零钱",
    ...(succeeded ? { success_time: toBeijingRfc3339(refund.settled_at ?? 0) } : {}),
    create_time: toBeijingRfc3339(refund.created_at),
    status: refund.status,
    funds_account: "AVAILABLE",
    amount: {
      total: refund.total,
      refund: refund.refund,
      payer_total: refund.total,
      payer_refund: refund.refund,
      settlement_refund: refund.refund,
      settlement_total: refund.total,
      discount_refund: 0,
      currency: "CNY",
    },
  });
}
