import type { Fen } from "@/domain/money/fen";
import type { PaymentResult } from "@/features/payments/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";

export type CompletedPayment = { orderId: string; paymentId: string; payableFen: Fen };

/**
 * The one guarded update that decides (money.md 4): number, account, amount and the old state all stand
 * in its WHERE. With it, in the same statement, the payment succeeds and inbox and audit say so.
 * @returns null when nothing matched; the caller finds out why
 */
export async function completePayment(
  tx: MerchantTx,
  arrival: {
    merchantId: string;
    result: PaymentResult;
    transactionId: string;
    amountFen: Fen;
    now: Date;
  },
): Promise<CompletedPayment | null> {
  const { merchantId, result, transactionId, amountFen, now } = arrival;
  const { appId, mchId, outTradeNo, payerOpenId, succeededAt } = result.transaction;
  const [completed] = await tx.$queryRaw<CompletedPayment[]>`
    with paid as (
      update orders o set state = 'paid', paid_fen = o.payable_fen, paid_at = ${now}
      from payment p
      where p.merchant_id = ${merchantId}::uuid and p.mch_id = ${mchId}
        and p.out_trade_no = ${outTradeNo} and p.app_id = ${appId} and p.amount_fen = ${amountFen}
        and p.state in ('created', 'closed')
        and o.merchant_id = p.merchant_id and o.id = p.order_id
        and o.state = 'awaiting_payment' and o.payable_fen = ${amountFen}
        and not exists (
          select from payment other where other.merchant_id = ${merchantId}::uuid
            and other.mch_id = ${mchId} and other.transaction_id = ${transactionId})
      returning o.id as order_id, p.id as payment_id, o.payable_fen),
    succeeded as (
      update payment p set state = 'success', transaction_id = ${transactionId},
        succeeded_at = ${succeededAt ?? now}, payer_open_id = ${payerOpenId}
      from paid where p.merchant_id = ${merchantId}::uuid and p.id = paid.payment_id),
    noted as (
      insert into inbox_event
        (merchant_id, provider, event_id, kind, body_sha256, outcome, detail, received_at)
      select ${merchantId}::uuid, 'wechatpay', ${result.eventId}, 'payment', ${result.bodySha256},
        'applied', jsonb_build_object('paymentId', payment_id), ${now}
      from paid on conflict do nothing),
    audited as (
      insert into audit_entry (merchant_id, id, at, actor_kind, action, object_kind, object_id, details)
      select ${merchantId}::uuid, ${newId()}::uuid, ${now}, 'wechat', 'order.pay', 'order', order_id,
        jsonb_build_object('paymentId', payment_id, 'amountFen', payable_fen::text)
      from paid)
    select order_id as "orderId", payment_id as "paymentId", payable_fen as "payableFen" from paid`;
  return completed ?? null;
}
