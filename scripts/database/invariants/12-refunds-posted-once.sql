-- every ten minutes: of what was touched
-- money.md 6.4: a refund stands in the ledger once with its amount exactly when it succeeded: out of
-- the sales where it takes back an order, out of what was owed where the money had come too late.
with posted as (
  select merchant_id, reference_id as refund_id, count(*) as transfers, sum(amount_fen) as posted_fen,
    min(code) as code
  from ledger_transfer where reference_kind = 'refund' and code <> 'payment_fee_returned'
  group by merchant_id, reference_id
)
select coalesce(r.merchant_id, t.merchant_id) as merchant_id, coalesce(r.id, t.refund_id) as refund_id,
  r.order_id, r.state, r.amount_fen, t.transfers, t.posted_fen, t.code
from refund r
full join posted t on t.merchant_id = r.merchant_id and t.refund_id = r.id
left join payment p on p.merchant_id = r.merchant_id and p.id = r.payment_id
where case when r.state = 'success'
  then t.transfers is distinct from 1 or t.posted_fen <> r.amount_fen
    or t.code <> case p.state when 'late' then 'late_payment_refunded' else 'order_refunded' end
  else t.transfers is not null end
