-- every ten minutes: of what was touched
-- money.md 6.4, per line: a line's refunded amount is the sum of its successful refunds, and those
-- under way fit into what was paid for it. A refund is its lines and its freight.
with per_line as (
  select rl.merchant_id, rl.order_id, rl.line_no,
    sum(rl.amount_fen) filter (where r.state = 'success') as refunded_fen,
    sum(rl.amount_fen) filter (where r.state <> 'closed') as asked_fen
  from refund_line rl join refund r on r.merchant_id = rl.merchant_id and r.id = rl.refund_id
  group by rl.merchant_id, rl.order_id, rl.line_no
)
select coalesce(l.merchant_id, p.merchant_id) as merchant_id, coalesce(l.order_id, p.order_id) as order_id,
  coalesce(l.line_no, p.line_no) as line_no, l.payable_fen, l.refunded_fen,
  p.refunded_fen as refunds_fen, p.asked_fen
from order_line l
full join per_line p on p.merchant_id = l.merchant_id and p.order_id = l.order_id and p.line_no = l.line_no
where l.order_id is null
  or l.refunded_fen <> coalesce(p.refunded_fen, 0)
  or coalesce(p.asked_fen, 0) > l.payable_fen
union all
select r.merchant_id, r.order_id, null, r.amount_fen, r.freight_fen, sum(rl.amount_fen), null
from refund r
join payment p on p.merchant_id = r.merchant_id and p.id = r.payment_id and p.state = 'success'
left join refund_line rl on rl.merchant_id = r.merchant_id and rl.refund_id = r.id
group by r.merchant_id, r.id, r.order_id, r.amount_fen, r.freight_fen
having r.amount_fen <> r.freight_fen + coalesce(sum(rl.amount_fen), 0)
