import type { RefundableOrder } from "@/domain/refunds/judge-refund";
import type { RefundableLineView } from "@/features/refunds/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** An order as the rules of refunding look at it, with its payment. */
export type LoadedOrder = Omit<RefundableOrder, "lines"> & {
  orderId: string;
  orderNo: string;
  /** Nothing has been handed to the carrier yet. */
  isUnshipped: boolean;
  /** The payment that paid it; null like paidAt where there is none. */
  payment: { paymentId: string; mchId: string; outTradeNo: string } | null;
  lines: RefundableLineView[];
};

type HeadRow = Omit<LoadedOrder, "payment" | "lines"> & {
  paymentId: string | null;
  mchId: string | null;
  outTradeNo: string | null;
};

/**
 * What was paid for an order and its lines, and what refunds have asked of it; null for another
 * merchant's number. Whoever decides from it holds the order's row.
 */
export async function loadRefundableOrder(
  tx: MerchantTx,
  { merchantId, orderNo }: { merchantId: string; orderNo: string },
): Promise<LoadedOrder | null> {
  const [head] = await tx.$queryRaw<HeadRow[]>`
    select o.id as "orderId", o.order_no as "orderNo", o.state = 'paid' as "isUnshipped", p.id as "paymentId", p.mch_id as "mchId",
      p.out_trade_no as "outTradeNo", case when p.id is not null then o.paid_at end as "paidAt",
      o.freight_fen as "freightFen", count(r.id)::int as "refundCount",
      coalesce(sum(r.freight_fen) filter (where r.state = 'success'), 0)::bigint as "refundedFreightFen",
      coalesce(sum(r.freight_fen) filter (where r.state not in ('success', 'closed')), 0)::bigint
        as "inFlightFreightFen"
    from orders o
    left join payment p on p.merchant_id = o.merchant_id and p.order_id = o.id and p.state = 'success'
    left join refund r on r.merchant_id = p.merchant_id and r.payment_id = p.id
    where o.merchant_id = ${merchantId}::uuid and o.order_no = ${orderNo}
    group by o.merchant_id, o.id, p.merchant_id, p.id`;
  if (head === undefined) return null;
  const { paymentId, mchId, outTradeNo, ...order } = head;
  const lines = await loadLines(tx, merchantId, order.orderId);
  const payment =
    paymentId === null || mchId === null || outTradeNo === null
      ? null
      : { paymentId, mchId, outTradeNo };
  return { ...order, payment, lines };
}

function loadLines(
  tx: MerchantTx,
  merchantId: string,
  orderId: string,
): Promise<RefundableLineView[]> {
  return tx.$queryRaw<RefundableLineView[]>`
    select l.line_no as "lineNo", l.product_title as "productTitle", l.option_name as "optionName",
      l.quantity, l.payable_fen as "payableFen", l.refunded_fen as "refundedFen",
      l.refunded_quantity as "refundedQuantity",
      coalesce(sum(rl.amount_fen), 0)::bigint as "inFlightFen",
      coalesce(sum(rl.quantity), 0)::int as "inFlightQuantity"
    from order_line l
    left join (refund_line rl join refund r on r.merchant_id = rl.merchant_id and r.id = rl.refund_id
        and r.state not in ('success', 'closed'))
      on rl.merchant_id = l.merchant_id and r.order_id = l.order_id and rl.line_no = l.line_no
    where l.merchant_id = ${merchantId}::uuid and l.order_id = ${orderId}::uuid
    group by l.merchant_id, l.order_id, l.line_no
    order by l.line_no`;
}
