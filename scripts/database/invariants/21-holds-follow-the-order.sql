-- every ten minutes: of what was touched
-- money.md 6.8: every line has its hold: taken when the order is paid, with one movement of its
-- quantity; released when it is closed.
select o.merchant_id, o.id as order_id, o.order_no, l.line_no, o.state, h.state as hold_state,
  l.quantity, h.quantity as hold_quantity, s.delta as sold
from orders o
join order_line l on l.merchant_id = o.merchant_id and l.order_id = o.id
left join stock_hold h on h.merchant_id = o.merchant_id and h.order_id = o.id and h.line_no = l.line_no
-- One at most: a line of an order is sold once, by a unique key of the movements.
left join stock_movement s on s.merchant_id = o.merchant_id and s.reason = 'sold' and s.reference_id = o.id
  and s.reference_line = l.line_no and s.sku_id = l.sku_id
where h.quantity is distinct from l.quantity or h.sku_id is distinct from l.sku_id
  or h.state::text is distinct from case
    when o.state = 'awaiting_payment' then 'held' when o.state = 'closed' then 'released' else 'taken' end
  or coalesce(s.delta, 0) <> case when o.paid_fen > 0 then -l.quantity else 0 end
