-- every ten minutes: of what was touched
-- money.md 6.8: every line has its hold: taken when the order is paid, with one movement of its
-- quantity; released when it is closed.
with sold as (
  select merchant_id, reference_id as order_id, reference_line as line_no, sku_id, sum(delta) as delta
  from stock_movement where reason = 'sold' group by merchant_id, reference_id, reference_line, sku_id
)
select o.merchant_id, o.id as order_id, o.order_no, l.line_no, o.state, h.state as hold_state,
  l.quantity, h.quantity as hold_quantity, s.delta as sold
from orders o
join order_line l on l.merchant_id = o.merchant_id and l.order_id = o.id
left join stock_hold h on h.merchant_id = o.merchant_id and h.order_id = o.id and h.line_no = l.line_no
left join sold s on s.merchant_id = o.merchant_id and s.order_id = o.id and s.line_no = l.line_no
  and s.sku_id = l.sku_id
where h.quantity is distinct from l.quantity or h.sku_id is distinct from l.sku_id
  or h.state::text is distinct from case
    when o.state = 'awaiting_payment' then 'held' when o.state = 'closed' then 'released' else 'taken' end
  or coalesce(s.delta, 0) <> case when o.paid_fen > 0 then -l.quantity else 0 end
