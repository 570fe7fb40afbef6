-- every ten minutes: of what was touched
-- money.md 6.6: clawed back = amount - floor(amount x (base - refunded) / base), for whatever order
-- the refunds came in; one of which nothing is left is reversed, and no other.
select c.merchant_id, c.id as commission_id, c.order_id, c.line_no, c.state, c.base_fen,
  c.commission_fen, c.clawed_back_fen, l.refunded_fen
from commission c
join order_line l on l.merchant_id = c.merchant_id and l.order_id = c.order_id and l.line_no = c.line_no
where c.clawed_back_fen <> case when c.base_fen = 0 then 0
    else c.commission_fen - c.commission_fen * (c.base_fen - l.refunded_fen) / c.base_fen end
  or (c.state = 'reversed') <> (l.refunded_fen > 0 and c.clawed_back_fen = c.commission_fen)
