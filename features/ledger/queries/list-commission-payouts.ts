import type { CommissionPayoutView } from "@/features/ledger/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/**
 * In which payouts the commissions of an order left. Money has no name, so an order of leaving is
 * agreed: what was settled first leaves first. What refunds took back out of the available balance
 * never left; netted debts take their turn like payouts. Payouts that gave their amount back do not count.
 */
export async function listCommissionPayouts(
  tx: MerchantTx,
  { merchantId, orderId }: { merchantId: string; orderId: string },
): Promise<CommissionPayoutView[]> {
  return tx.$queryRaw<CommissionPayoutView[]>`
    with account as (
      select a.id, a.distributor_id from ledger_account a
      where a.merchant_id = ${merchantId}::uuid and a.kind = 'commission_available'
        and a.distributor_id in (select distributor_id from commission
          where merchant_id = ${merchantId}::uuid and order_id = ${orderId}::uuid)),
    credit as (
      select a.distributor_id, t.reference_id as commission_id, t.created_at, t.id,
        t.amount_fen - coalesce((select sum(back.amount_fen) from ledger_transfer back
          where back.merchant_id = t.merchant_id and back.reference_kind = 'commission'
            and back.reference_id = t.reference_id and back.debit_account_id = a.id
            and back.code = 'commission_clawed_back'), 0) as fen
      from account a
      join ledger_transfer t on t.merchant_id = ${merchantId}::uuid
        and t.credit_account_id = a.id and t.code = 'commission_settled'),
    debit as (
      select a.distributor_id, t.reference_id as payout_id, t.created_at, t.id, t.amount_fen as fen
      from account a
      join ledger_transfer t on t.merchant_id = ${merchantId}::uuid
        and t.debit_account_id = a.id and t.code in ('payout_held', 'debt_netted')
      where not exists (select from ledger_transfer void
        where void.merchant_id = t.merchant_id and void.hold_id = t.id and void.phase = 'void')),
    credited as (
      select *, sum(fen) over (partition by distributor_id order by created_at, id) as until
      from credit where fen > 0),
    debited as (
      select *, sum(fen) over (partition by distributor_id order by created_at, id) as until from debit)
    select c.commission_id as "commissionId", p.id as "payoutId", p.payout_no as "payoutNo", p.state,
      (least(c.until, d.until) - greatest(c.until - c.fen, d.until - d.fen))::bigint as "amountFen"
    from credited c
    join debited d on d.distributor_id = c.distributor_id
      and c.until - c.fen < d.until and d.until - d.fen < c.until
    join payout p on p.merchant_id = ${merchantId}::uuid and p.id = d.payout_id
    join commission k on k.merchant_id = ${merchantId}::uuid and k.id = c.commission_id
      and k.order_id = ${orderId}::uuid
    order by p.requested_at, p.id`;
}
