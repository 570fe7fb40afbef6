import type { Fen } from "@/domain/money/fen";
import type { OrderState } from "@/domain/orders/order-state";
import type { MerchantTx } from "@/lib/db/in-merchant";

export type OpenPayment = {
  orderId: string;
  orderState: OrderState;
  payableFen: Fen;
  paymentDueAt: Date;
  /** The frozen title of the first line, and how many lines there are. */
  firstTitle: string;
  lines: number;
  /** The shop's main host: where WeChat sends the notification, whatever host the customer used. */
  primaryHost: string | null;
  /** Of the customer, for the official account that the merchant uses now. */
  openId: string | null;
  /** The newest number that is still open; null when there is none for the present accounts. */
  payment: {
    paymentId: string;
    outTradeNo: string;
    payerOpenId: string;
    prepayId: string;
    prepayUntil: Date | null;
  } | null;
  /** How many numbers the order has had. */
  numbers: number;
};

type Row = Omit<OpenPayment, "payment"> & {
  paymentId: string | null;
  outTradeNo: string;
  payerOpenId: string;
  prepayId: string;
  prepayUntil: Date | null;
};

/** An own order of the customer with all that paying it needs, in one statement; null when not theirs. */
export async function findOpenPayment(
  tx: MerchantTx,
  question: {
    merchantId: string;
    customerId: string;
    orderNo: string;
    appId: string;
    mchId: string;
  },
): Promise<OpenPayment | null> {
  const { merchantId, customerId, orderNo, appId, mchId } = question;
  const [row] = await tx.$queryRaw<Row[]>`
    select o.id as "orderId", o.state as "orderState", o.payable_fen as "payableFen",
      o.payment_due_at as "paymentDueAt",
      (select product_title from order_line where merchant_id = o.merchant_id and order_id = o.id
        order by line_no limit 1) as "firstTitle",
      (select count(*)::int from order_line where merchant_id = o.merchant_id and order_id = o.id)
        as lines,
      (select host from merchant_host where merchant_id = o.merchant_id
        order by is_primary desc, host limit 1) as "primaryHost",
      (select open_id from wechat_identity where merchant_id = o.merchant_id and app_id = ${appId}
        and customer_id = o.customer_id order by created_at limit 1) as "openId",
      (select count(*)::int from payment where merchant_id = o.merchant_id and order_id = o.id)
        as numbers,
      p.id as "paymentId", p.out_trade_no as "outTradeNo", p.payer_open_id as "payerOpenId",
      p.prepay_id as "prepayId", p.prepay_until as "prepayUntil"
    from orders o
    left join lateral (
      select * from payment where merchant_id = o.merchant_id and order_id = o.id
        and state = 'created' and app_id = ${appId} and mch_id = ${mchId}
      order by created_at desc, id desc limit 1) p on true
    where o.merchant_id = ${merchantId}::uuid and o.order_no = ${orderNo}
      and o.customer_id = ${customerId}::uuid`;
  if (!row) return null;
  const { paymentId, outTradeNo, payerOpenId, prepayId, prepayUntil, ...order } = row;
  const payment = paymentId === null ? null : { paymentId, outTradeNo, payerOpenId, prepayId };
  return { ...order, payment: payment && { ...payment, prepayUntil } };
}
