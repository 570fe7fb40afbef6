import type { RefundLineView, StaffRefundView } from "@/features/refunds/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

type Row = Omit<StaffRefundView, "lines" | "requestedByName" | "endedByName"> & {
  refundId: string;
  requestedByName: string | null;
  endedByName: string | null;
};
type LineRow = RefundLineView & { refundId: string };

/**
 * An order's refunds with their lines, the newest first; at most 50 of one payment, and those of late
 * ones. For staff: the customer's page shows less of them (list-customer-refunds).
 */
export async function listOrderRefunds(
  tx: MerchantTx,
  question: { merchantId: string; orderNo: string },
): Promise<StaffRefundView[]> {
  const { merchantId, orderNo } = question;
  const refunds = await tx.$queryRaw<Row[]>`
    select r.id as "refundId", r.out_refund_no as "outRefundNo", r.state, r.amount_fen as "amountFen",
      r.freight_fen as "freightFen", r.reason, r.note, r.failure, r.created_at as "createdAt",
      r.succeeded_at as "succeededAt", r.closed_at as "closedAt", s.name as "requestedByName",
      p.state = 'late' as "isLate", r.paid_elsewhere as "paidElsewhere",
      r.ended_reason as "endedReason", e.name as "endedByName"
    from orders o
    join refund r on r.merchant_id = o.merchant_id and r.order_id = o.id
    join payment p on p.merchant_id = r.merchant_id and p.id = r.payment_id
    left join staff s on s.merchant_id = r.merchant_id and s.id = r.requested_by
    left join staff e on e.merchant_id = r.merchant_id and e.id = r.ended_by
    where o.merchant_id = ${merchantId}::uuid and o.order_no = ${orderNo}
    order by r.created_at desc, r.id desc`;
  const lines = await tx.$queryRaw<LineRow[]>`
    select rl.refund_id as "refundId", rl.line_no as "lineNo", l.product_title as "productTitle",
      l.option_name as "optionName", rl.quantity, rl.amount_fen as "amountFen",
      rl.restock_quantity as "restockQuantity"
    from orders o
    join refund_line rl on rl.merchant_id = o.merchant_id and rl.order_id = o.id
      and rl.refund_id = any(${refunds.map(({ refundId }) => refundId)}::uuid[])
    join order_line l
      on l.merchant_id = rl.merchant_id and l.order_id = rl.order_id and l.line_no = rl.line_no
    where o.merchant_id = ${merchantId}::uuid and o.order_no = ${orderNo}
    order by rl.line_no`;
  return refunds.map(({ refundId, requestedByName, endedByName, ...refund }) => ({
    ...refund,
    requestedByName: requestedByName ?? "",
    endedByName: endedByName ?? "",
    lines: lines
      .filter((line) => line.refundId === refundId)
      .map(({ refundId: _of, ...line }) => line),
  }));
}
