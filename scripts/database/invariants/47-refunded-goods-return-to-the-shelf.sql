-- every ten minutes: of what was touched
-- money.md 6.8: a refund that succeeded put back on the shelf what its lines say, in one movement per
-- line; one that did not put back nothing.
with returned as (
  select merchant_id, reference_id as refund_id, reference_line as line_no, sku_id, count(*) as movements,
    sum(delta) as delta
  from stock_movement where reason = 'refunded'
  group by merchant_id, reference_id, reference_line, sku_id
), wanted as (
  select rl.merchant_id, rl.refund_id, rl.line_no, l.sku_id, rl.restock_quantity as quantity
  from refund_line rl
  join refund r on r.merchant_id = rl.merchant_id and r.id = rl.refund_id and r.state = 'success'
  join order_line l on l.merchant_id = rl.merchant_id and l.order_id = rl.order_id and l.line_no = rl.line_no
  where rl.restock_quantity > 0
)
select coalesce(w.merchant_id, m.merchant_id) as merchant_id, coalesce(w.refund_id, m.refund_id) as refund_id,
  coalesce(w.line_no, m.line_no) as line_no, coalesce(w.sku_id, m.sku_id) as sku_id, w.quantity,
  m.movements, m.delta
from wanted w
full join returned m on m.merchant_id = w.merchant_id and m.refund_id = w.refund_id
  and m.line_no = w.line_no and m.sku_id = w.sku_id
where w.quantity is distinct from m.delta or m.movements <> 1
