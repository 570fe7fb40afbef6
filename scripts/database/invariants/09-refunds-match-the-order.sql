-- every ten minutes: of what was touched
-- money.md 6.4: successful refunds of the payment that paid the order are the order's refunded
-- amount, and a whole refund, and nothing else, is its end.
with succeeded as (
  select r.merchant_id, r.order_id, sum(r.amount_fen) as amount_fen
  from refund r join payment p on p.merchant_id = r.merchant_id and p.id = r.payment_id
  where r.state = 'success' and p.state = 'success'
  group by r.merchant_id, r.order_id
)
select o.merchant_id, o.id as order_id, o.order_no, o.state, o.paid_fen, o.refunded_fen,
  s.amount_fen as refunds_fen
from orders o
left join succeeded s on s.merchant_id = o.merchant_id and s.order_id = o.id
where o.refunded_fen <> coalesce(s.amount_fen, 0)
  or (o.state = 'refunded') <> (o.paid_fen > 0 and o.refunded_fen = o.paid_fen)
