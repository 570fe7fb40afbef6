import type { KnownPayment } from "@/domain/orders/judge-payment";
import type { OrderState } from "@/domain/orders/order-state";
import type { MerchantTx } from "@/lib/db/in-merchant";

export type FoundPayment = KnownPayment & { paymentId: string; orderId: string };

/**
 * The payment that a report names, locked together with its order, so that the judgement holds until
 * the end of the transaction. The number alone finds it, so that a wrong account can be named as such.
 */
export async function findReportedPayment(
  tx: MerchantTx,
  question: { merchantId: string; mchId: string; outTradeNo: string; transactionId: string },
): Promise<FoundPayment | null> {
  const { merchantId, mchId, outTradeNo, transactionId } = question;
  // Orders before payments: the guarded update locks in this order too.
  await tx.$queryRaw`
    select o.id from orders o where o.merchant_id = ${merchantId}::uuid and o.id in (
      select order_id from payment where merchant_id = ${merchantId}::uuid
        and out_trade_no = ${outTradeNo})
    order by o.id for no key update`;
  const [found] = await tx.$queryRaw<(FoundPayment & { orderState: OrderState })[]>`
    select p.id as "paymentId", p.order_id as "orderId", p.app_id as "appId", p.mch_id as "mchId",
      p.amount_fen as "amountFen", p.state, p.transaction_id as "transactionId",
      o.state as "orderState",
      exists (select from payment other where other.merchant_id = ${merchantId}::uuid
        and other.mch_id = ${mchId} and other.transaction_id = ${transactionId}
        and other.id <> p.id) as "transactionUsedElsewhere"
    from payment p join orders o on o.merchant_id = p.merchant_id and o.id = p.order_id
    where p.merchant_id = ${merchantId}::uuid and p.out_trade_no = ${outTradeNo}
    order by (p.mch_id = ${mchId}) desc limit 1
    for no key update of p`;
  return found ?? null;
}
