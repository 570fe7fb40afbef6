import { countUnits } from "@/domain/orders/count-units";
import { distributorNames } from "@/features/orders/queries/distributor-names";
import { lineSelect } from "@/features/orders/queries/line-select";
import { listOrderCommissions } from "@/features/orders/queries/list-order-commissions";
import { listOrderTimeline } from "@/features/orders/queries/list-order-timeline";
import { toLineView } from "@/features/orders/queries/to-line-view";
import { toReceiverView } from "@/features/orders/queries/to-receiver-view";
import type { StaffOrderView } from "@/features/orders/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

const paymentSelect = {
  outTradeNo: true,
  transactionId: true,
  state: true,
  amountFen: true,
  createdAt: true,
  succeededAt: true,
} as const;

const refundSelect = {
  outRefundNo: true,
  state: true,
  amountFen: true,
  reason: true,
  createdAt: true,
  succeededAt: true,
} as const;

/** One order with everything that staff may ask about it; null for another merchant's number. */
export async function getOrder(
  tx: MerchantTx,
  merchantId: string,
  orderNo: string,
): Promise<StaffOrderView | null> {
  const row = await tx.order.findUnique({
    where: { merchantId_orderNo: { merchantId, orderNo } },
    include: {
      customer: { select: { nickname: true } },
      lines: {
        orderBy: { lineNo: "asc" },
        select: { ...lineSelect, costFen: true, refundedFen: true },
      },
      payments: { orderBy: { createdAt: "asc" }, select: paymentSelect },
      refunds: { orderBy: { createdAt: "asc" }, select: refundSelect },
    },
  });
  if (!row) return null;
  const { id: orderId, customerId, customer, level1DistributorId, level2DistributorId } = row;
  const names = await distributorNames(tx, merchantId, [level1DistributorId, level2DistributorId]);
  return {
    orderId,
    orderNo,
    state: row.state,
    createdAt: row.createdAt,
    payableFen: row.payableFen,
    quantity: countUnits(row.lines),
    firstTitle: row.lines[0]?.productTitle ?? "",
    receiverName: row.receiverName,
    province: row.province,
    city: row.city,
    level1: names(level1DistributorId),
    level2: names(level2DistributorId),
    customer: { customerId, nickname: customer.nickname },
    goodsFen: row.goodsFen,
    discountFen: row.discountFen,
    freightFen: row.freightFen,
    paidFen: row.paidFen,
    refundedFen: row.refundedFen,
    receiver: toReceiverView(row),
    note: row.note,
    carrier: row.carrier,
    trackingNo: row.trackingNo,
    closeReason: row.closeReason,
    policyVersion: row.policyVersion,
    lines: row.lines.map(({ costFen, refundedFen, ...line }) => ({
      ...toLineView(line),
      costFen,
      refundedFen,
    })),
    payments: row.payments,
    refunds: row.refunds,
    commissions: await listOrderCommissions(tx, merchantId, orderId),
    timeline: await listOrderTimeline(tx, merchantId, orderId),
  };
}
