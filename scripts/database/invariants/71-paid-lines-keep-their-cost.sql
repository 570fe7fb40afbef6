-- every ten minutes: of what was touched
-- F34: the cost of a line is frozen when it is paid: what its movement took from the shelf. What came back
-- of it came back at that cost, all of its units together at all of it. A line has one movement of what was
-- sold (number 21 counts them).
with returned as (
  select l.merchant_id, l.order_id, l.line_no, sum(m.delta) as units, sum(m.value_fen) as returned_fen
  from refund_line rl
  join order_line l on l.merchant_id = rl.merchant_id and l.order_id = rl.order_id and l.line_no = rl.line_no
  join stock_movement m on m.merchant_id = l.merchant_id and m.sku_id = l.sku_id and m.reason = 'refunded'
    and m.reference_id = rl.refund_id and m.reference_line = rl.line_no
  group by l.merchant_id, l.order_id, l.line_no
)
select o.merchant_id, o.order_no, l.line_no, l.quantity, l.goods_cost_fen, -m.value_fen as sold_fen, r.units, r.returned_fen
from orders o
join order_line l on l.merchant_id = o.merchant_id and l.order_id = o.id
left join stock_movement m on m.merchant_id = l.merchant_id and m.sku_id = l.sku_id and m.reason = 'sold'
  and m.reference_id = l.order_id and m.reference_line = l.line_no
left join returned r on r.merchant_id = l.merchant_id and r.order_id = l.order_id and r.line_no = l.line_no
where l.goods_cost_fen is distinct from case when o.paid_fen > 0 then coalesce(-m.value_fen, 0) end
  or r.returned_fen <> value_of_units(l.goods_cost_fen, r.units::bigint, l.quantity)
