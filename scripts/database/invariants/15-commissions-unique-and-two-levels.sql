-- every ten minutes: of what was touched
-- money.md 6.5 and 6.10: one commission per line and level, levels 1 and 2 only, two different
-- people, together within the line and the policy's cap.
select c.merchant_id, c.order_id, c.line_no, count(*) as commissions, min(c.level) as lowest, max(c.level) as highest,
  sum_fen(c.commission_fen) as commissions_fen, max(l.payable_fen) as payable_fen
from commission c
join order_line l on l.merchant_id = c.merchant_id and l.order_id = c.order_id and l.line_no = c.line_no
join orders o on o.merchant_id = c.merchant_id and o.id = c.order_id
join merchant_policy p on p.merchant_id = o.merchant_id and p.version = o.policy_version
group by c.merchant_id, c.order_id, c.line_no
having count(*) > 2
  or (count(*) = 2 and min(c.level) = max(c.level))
  or (count(*) = 2 and (array_agg(c.distributor_id))[1] = (array_agg(c.distributor_id))[2])
  or bool_or(c.level not in (1, 2))
  or sum_fen(c.commission_fen) > max(l.payable_fen * p.commission_cap_bps / 10000)
