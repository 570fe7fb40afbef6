-- every ten minutes: of what was touched
-- money.md 6.3: a payment that succeeded, also a late one, stands in the ledger once with its amount;
-- one that did not stands nowhere.
with posted as (
  select merchant_id, reference_id as payment_id, count(*) as transfers, sum_fen(amount_fen) as posted_fen,
    min(code) as code
  from ledger_transfer where reference_kind = 'payment' and code <> 'payment_fee_charged'
  group by merchant_id, reference_id
)
select coalesce(p.merchant_id, t.merchant_id) as merchant_id, coalesce(p.id, t.payment_id) as payment_id,
  p.order_id, p.state, p.amount_fen, t.transfers, t.posted_fen, t.code
from payment p
full join posted t on t.merchant_id = p.merchant_id and t.payment_id = p.id
where case
  when p.state in ('success', 'late') then t.transfers is distinct from 1 or t.posted_fen <> p.amount_fen
    or t.code <> case p.state when 'success' then 'order_paid' else 'late_payment_received' end
  else t.transfers is not null end
