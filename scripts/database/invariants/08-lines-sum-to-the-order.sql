-- every ten minutes: of what was touched
-- money.md 6.3: the frozen lines sum to the order, in goods, discount and what is payable.
select o.merchant_id, o.id as order_id, o.order_no, o.goods_fen, o.discount_fen, o.freight_fen,
  o.payable_fen, sum_fen(l.gross_fen) as gross_fen, sum_fen(l.prorated_discount_fen) as prorated_fen,
  sum_fen(l.payable_fen) as lines_fen
from orders o
left join order_line l on l.merchant_id = o.merchant_id and l.order_id = o.id
group by o.merchant_id, o.id, o.order_no, o.goods_fen, o.discount_fen, o.freight_fen, o.payable_fen
having count(l.line_no) = 0
  or sum_fen(l.gross_fen) <> o.goods_fen
  or sum_fen(l.prorated_discount_fen) <> o.discount_fen
  or sum_fen(l.payable_fen) + o.freight_fen <> o.payable_fen
