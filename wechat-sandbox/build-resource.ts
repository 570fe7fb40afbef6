import { toBeijingRfc3339 } from "./beijing-time";
import type { PaymentResource, RefundResource, TransferResource } from "./schemas/notification";

interface PaidOrder {
  appId: string;
  mchId: string;
  outTradeNo: string;
  transactionId: string;
  openid: string;
  /** Fen. */
  totalFen: number;
  paidAtMs: number;
  attach?: string;
}

/** The plain content of the notification that WeChat sends for a paid JSAPI order. */
export function buildPaymentResource(order: PaidOrder): PaymentResource {
  return {
    mchid: order.mchId,
    appid: order.appId,
    out_trade_no: order.outTradeNo,
    transaction_id: order.transactionId,
    trade_type: "JSAPI",
    trade_state: "SUCCESS",
    trade_state_desc: "支付成功",
    bank_type: "OTHERS",
    attach: order.attach ?? "",
    success_time: toBeijingRfc3339(order.paidAtMs),
    payer: { openid: order.openid },
    amount: {
      total: order.totalFen,
      payer_total: order.totalFen,
      currency: "CNY",
      payer_currency: "CNY",
    },
  };
}

interface FinishedRefund {
  mchId: string;
  outTradeNo: string;
  transactionId: string;
  outRefundNo: string;
  refundId: string;
  status: RefundResource["refund_status"];
  /** Fen, of the whole order. */
  totalFen: number;
  /** Fen, of this refund. */
  refundFen: number;
  finishedAtMs: number;
}

/** The plain content of the notification that WeChat sends when a refund has ended. */
export function buildRefundResource(refund: FinishedRefund): RefundResource {
  return {
    mchid: refund.mchId,
    out_trade_no: refund.outTradeNo,
    transaction_id: refund.transactionId,
    out_refund_no: refund.outRefundNo,
    refund_id: refund.refundId,
    refund_status: refund.status,
    ...(refund.status === "SUCCESS" ? { success_time: toBeijingRfc3339(refund.finishedAtMs) } : {}),
    user_received_account: "支付用户零钱",
    amount: {
      total: refund.totalFen,
      refund: refund.refundFen,
      payer_total: refund.totalFen,
      payer_refund: refund.refundFen,
    },
  };
}

interface EndedTransfer {
  mchId: string;
  outBillNo: string;
  transferBillNo: string;
  openid: string;
  state: TransferResource["state"];
  /** Fen. */
  amountFen: number;
  failReason: string | null;
  createdAtMs: number;
  updatedAtMs: number;
}

/** The plain content of the notification that WeChat sends when a transfer has ended. */
export function buildTransferResource(transfer: EndedTransfer): TransferResource {
  return {
    out_bill_no: transfer.outBillNo,
    transfer_bill_no: transfer.transferBillNo,
    state: transfer.state,
    mch_id: transfer.mchId,
    transfer_amount: transfer.amountFen,
    openid: transfer.openid,
    ...(transfer.failReason === null ? {} : { fail_reason: transfer.failReason }),
    create_time: toBeijingRfc3339(transfer.createdAtMs),
    update_time: toBeijingRfc3339(transfer.updatedAtMs),
  };
}
