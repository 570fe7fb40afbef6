-- every ten minutes: of what was touched
-- money.md 6.4: refunds of a payment, with those under way, never exceed it and number at most 50;
-- each belongs to the payment's own order.
select r.merchant_id, r.payment_id, p.state, p.amount_fen, count(*) as refunds,
  sum(r.amount_fen) filter (where r.state <> 'closed') as refunds_fen
from refund r
left join payment p on p.merchant_id = r.merchant_id and p.id = r.payment_id
group by r.merchant_id, r.payment_id, p.state, p.amount_fen
having count(*) > 50
  or coalesce(sum(r.amount_fen) filter (where r.state <> 'closed'), 0)
    > case when p.state in ('success', 'late') then p.amount_fen else 0 end
  or bool_or(p.order_id is distinct from r.order_id)
