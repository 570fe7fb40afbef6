import { buildRefundResource } from "../build-resource";
import { enqueueNotification } from "../notifications/enqueue-notification";
import { accountByMchId, type SandboxContext } from "../sandbox-context";
import { listRefundsToSettle, settleRefundRow } from "../store/refunds";

/** Ends every refund whose time has come and notifies the merchant where it asked for that. */
export function settleDueRefunds(context: SandboxContext): void {
  const nowMs = context.now();
  for (const refund of listRefundsToSettle(context.db, nowMs)) {
    settleRefundRow(context.db, refund, nowMs);
    const account = accountByMchId(context, refund.mch_id);
    if (!account || refund.notify_url === null) continue;
    enqueueNotification(context, {
      appId: account.appId,
      url: refund.notify_url,
      resource: buildRefundResource({
        mchId: refund.mch_id,
        outTradeNo: refund.out_trade_no,
        transactionId: refund.transaction_id,
        outRefundNo: refund.out_refund_no,
        refundId: refund.refund_id,
        status: refund.final_status,
        totalFen: refund.total,
        refundFen: refund.refund,
        finishedAtMs: nowMs,
      }),
    });
  }
}
