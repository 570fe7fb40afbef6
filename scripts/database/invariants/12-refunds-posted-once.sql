-- every ten minutes: of what was touched
-- money.md 6.4: a refund stands in the ledger once with its amount exactly when it succeeded: out of
-- the sales where it takes back an order, out of what was owed where the money had come too late; into
-- WeChat's hands, or the bank's where the merchant paid by hand.
with posted as (
  select t.merchant_id, t.reference_id as refund_id, count(*) as transfers,
    sum(t.amount_fen) as posted_fen, min(t.code) as code, min(a.kind::text) as paid_from
  from ledger_transfer t join ledger_account a
    on a.merchant_id = t.merchant_id and a.id = t.credit_account_id
  where t.reference_kind = 'refund' and t.code <> 'payment_fee_returned'
  group by t.merchant_id, t.reference_id
)
select coalesce(r.merchant_id, t.merchant_id) as merchant_id, coalesce(r.id, t.refund_id) as refund_id,
  r.order_id, r.state, r.amount_fen, t.transfers, t.posted_fen, t.code, t.paid_from
from refund r
full join posted t on t.merchant_id = r.merchant_id and t.refund_id = r.id
left join payment p on p.merchant_id = r.merchant_id and p.id = r.payment_id
where case when r.state = 'success'
  then t.transfers is distinct from 1 or t.posted_fen <> r.amount_fen
    or t.code <> case p.state when 'late' then 'late_payment_refunded' else 'order_refunded' end
    or t.paid_from <> case when r.paid_elsewhere then 'bank_clearing' else 'wechat_clearing' end
  else t.transfers is not null end
