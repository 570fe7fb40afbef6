-- every ten minutes: of what was touched
-- money.md 6.3: an order is paid exactly when one payment of exactly its payable amount succeeded.
with success as (
  select merchant_id, order_id, count(*) as payments, sum_fen(amount_fen) as paid_fen
  from payment where state = 'success' group by merchant_id, order_id
)
select o.merchant_id, o.id as order_id, o.order_no, o.state, o.payable_fen, o.paid_fen, o.paid_at,
  s.payments, s.paid_fen as payments_fen
from orders o
left join success s on s.merchant_id = o.merchant_id and s.order_id = o.id
where case when o.state in ('paid', 'shipped', 'received', 'refunded')
  then s.payments is distinct from 1 or s.paid_fen <> o.payable_fen or o.paid_fen <> o.payable_fen
    or o.paid_at is null
  else s.payments is not null or o.paid_fen <> 0 or o.paid_at is not null end
