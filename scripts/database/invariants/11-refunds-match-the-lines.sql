-- every ten minutes: of what was touched
-- money.md 6.4, per line: a line's refunded amount and units are the sum of its successful refunds,
-- and with those under way they fit into what was paid for it. A refund is its lines and its freight,
-- and all freight that goes back fits into what was paid for it.
with per_line as (
  select rl.merchant_id, rl.order_id, rl.line_no,
    sum(rl.amount_fen) filter (where r.state = 'success') as refunded_fen,
    sum(rl.amount_fen) filter (where r.state <> 'closed') as asked_fen,
    sum(rl.quantity) filter (where r.state = 'success') as refunded_quantity,
    sum(rl.quantity) filter (where r.state <> 'closed') as asked_quantity
  from refund_line rl join refund r
    on r.merchant_id = rl.merchant_id and r.id = rl.refund_id and r.order_id = rl.order_id
  group by rl.merchant_id, rl.order_id, rl.line_no
), per_refund as (
  select r.merchant_id, r.id, r.order_id, r.payment_id, r.state, r.amount_fen, r.freight_fen,
    coalesce(sum(rl.amount_fen) filter (where rl.order_id = r.order_id), 0) as lines_fen,
    coalesce(sum(rl.amount_fen), 0) as all_lines_fen
  from refund r
  left join refund_line rl on rl.merchant_id = r.merchant_id and rl.refund_id = r.id
  group by r.merchant_id, r.id, r.order_id, r.payment_id, r.state, r.amount_fen, r.freight_fen
)
select coalesce(l.merchant_id, p.merchant_id) as merchant_id, coalesce(l.order_id, p.order_id) as order_id,
  coalesce(l.line_no, p.line_no) as line_no, 'line' as what, l.payable_fen, l.refunded_fen,
  p.refunded_fen as refunds_fen, p.asked_fen
from order_line l
full join per_line p on p.merchant_id = l.merchant_id and p.order_id = l.order_id and p.line_no = l.line_no
where l.order_id is null
  or l.refunded_fen <> coalesce(p.refunded_fen, 0)
  or coalesce(p.asked_fen, 0) > l.payable_fen
  or l.refunded_quantity <> coalesce(p.refunded_quantity, 0)
  or coalesce(p.asked_quantity, 0) > l.quantity
union all
select r.merchant_id, r.order_id, null, 'refund', r.amount_fen, r.freight_fen, r.lines_fen, null
from per_refund r
join payment p on p.merchant_id = r.merchant_id and p.id = r.payment_id
where r.lines_fen <> r.all_lines_fen
  or (p.state = 'success' and r.amount_fen <> r.freight_fen + r.lines_fen)
  or (p.state = 'late' and (r.freight_fen <> 0 or r.lines_fen <> 0))
union all
select o.merchant_id, o.id, null, 'freight', o.freight_fen, null, null,
  sum(r.freight_fen) filter (where r.state <> 'closed')
from orders o
join refund r on r.merchant_id = o.merchant_id and r.order_id = o.id
group by o.merchant_id, o.id, o.freight_fen
having sum(r.freight_fen) filter (where r.state <> 'closed') > o.freight_fen
