-- every ten minutes: of what was touched
-- money.md 2: a commission counts the refunds under way on its line, and waits for them.
with under_way as (
  select rl.merchant_id, rl.order_id, rl.line_no, count(*) as refunds
  from refund_line rl join refund r on r.merchant_id = rl.merchant_id and r.id = rl.refund_id
  where r.state not in ('success', 'closed')
  group by rl.merchant_id, rl.order_id, rl.line_no
)
select c.merchant_id, c.id as commission_id, c.order_id, c.line_no, c.level, c.refunds_in_flight, u.refunds
from commission c
left join under_way u on u.merchant_id = c.merchant_id and u.order_id = c.order_id and u.line_no = c.line_no
where c.refunds_in_flight <> coalesce(u.refunds, 0)
