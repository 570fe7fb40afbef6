import { judgeRefund, refundAmountFen } from "@/domain/refunds/judge-refund";
import { recordAudit } from "@/features/audit/commands/record-audit";
import {
  type LoadedOrder,
  loadRefundableOrder,
} from "@/features/refunds/queries/load-refundable-order";
import type { RequestedRefund, RequestRefundInput } from "@/features/refunds/schema";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant, type MerchantTx } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";
import { enqueue } from "@/lib/jobs/enqueue";

type Staff = { merchantId: AuthorizedMerchantId; staffId: string };

/**
 * Writes down that a paid order, or a part of it, goes back, with the number under which WeChat is
 * asked however often that must be. Whoever asks at the same time waits at the order's row and then
 * sees this refund. Until it ends, the commissions of its lines do not settle.
 * Rules: domain/refunds/judge-refund; another merchant's order is `not_found`.
 */
export async function requestRefund(
  staff: Staff,
  input: RequestRefundInput,
  { now }: { now: Date },
): Promise<RequestedRefund> {
  const { merchantId } = staff;
  const lines = input.lines.filter(({ amountFen, quantity }) => amountFen > 0n || quantity > 0);
  return inMerchant(merchantId, async (tx) => {
    await tx.$queryRaw`select id from orders where merchant_id = ${merchantId}::uuid
      and order_no = ${input.orderNo} for no key update`;
    const order = await loadRefundableOrder(tx, { merchantId, orderNo: input.orderNo });
    if (order === null) return { ok: false, reason: "not_found" };
    const refusal = judgeRefund(order, { ...input, lines }, now);
    if (refusal !== null) return { ok: false, reason: refusal };
    const outRefundNo = await insertRefund(tx, staff, order, { ...input, lines }, now);
    return { ok: true, outRefundNo };
  });
}

async function insertRefund(
  tx: MerchantTx,
  { merchantId, staffId }: Staff,
  order: LoadedOrder,
  input: RequestRefundInput,
  now: Date,
): Promise<string> {
  const { orderId, payment, refundCount } = order;
  if (payment === null) throw new Error(`order ${order.orderNo} is paid by no payment`);
  const { freightFen, kind, reason, note, lines } = input;
  const refundId = newId();
  const amountFen = refundAmountFen(input);
  // The place in the row of the payment's refunds, which the order's lock makes nobody else's.
  const outRefundNo = `R${payment.outTradeNo}-${refundCount + 1}`;
  await tx.refund.create({
    data: {
      merchantId,
      id: refundId,
      orderId,
      paymentId: payment.paymentId,
      mchId: payment.mchId,
      outRefundNo,
      amountFen,
      freightFen,
      kind,
      reason,
      note,
      requestedBy: staffId,
      createdAt: now,
    },
  });
  await tx.refundLine.createMany({
    data: lines.map((line) => ({ merchantId, refundId, orderId, ...line })),
  });
  await tx.commission.updateMany({
    where: { merchantId, orderId, lineNo: { in: lines.map(({ lineNo }) => lineNo) } },
    data: { refundsInFlight: { increment: 1 } },
  });
  await recordAudit(tx, {
    merchantId,
    actor: { kind: "staff", id: staffId },
    action: "refund.request",
    objectKind: "order",
    objectId: orderId,
    details: { refundId, amountFen: amountFen.toString(), freightFen: freightFen.toString() },
    now,
  });
  const job = { merchantId, topic: "refund.send_to_wechat" as const, payload: { refundId } };
  await enqueue(tx, { ...job, dedupeKey: refundId, now });
  return outRefundNo;
}
