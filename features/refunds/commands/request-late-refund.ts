import type { Fen } from "@/domain/money/fen";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";
import { enqueue } from "@/lib/jobs/enqueue";

/**
 * Writes down that a late payment goes back whole, with the number under which WeChat is asked. The
 * number follows from the payment's and is stored before the first send: every retry uses it again.
 */
export async function requestLateRefund(
  tx: MerchantTx,
  late: {
    merchantId: string;
    orderId: string;
    paymentId: string;
    amountFen: Fen;
    /** Shown to the customer by WeChat. */
    reason: string;
    now: Date;
  },
): Promise<void> {
  const { merchantId, orderId, paymentId, amountFen, reason, now } = late;
  const { mchId, outTradeNo } = await tx.payment.findUniqueOrThrow({
    where: { merchantId_id: { merchantId, id: paymentId } },
    select: { mchId: true, outTradeNo: true },
  });
  const refundId = newId();
  await tx.refund.createMany({
    data: [
      {
        merchantId,
        id: refundId,
        orderId,
        paymentId,
        mchId,
        outRefundNo: `R${outTradeNo}`,
        amountFen,
        reason,
        createdAt: now,
      },
    ],
  });
  await enqueue(tx, {
    merchantId,
    topic: "refund.send_to_wechat",
    dedupeKey: refundId,
    payload: { refundId },
    now,
  });
}
