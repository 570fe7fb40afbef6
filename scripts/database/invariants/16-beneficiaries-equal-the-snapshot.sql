-- every ten minutes: of what was touched
-- money.md 6.5: who earns is who stands on the order, on paid orders only, and never the buyer
-- unless the order's policy allows it.
select c.merchant_id, c.id as commission_id, c.order_id, c.level, c.distributor_id,
  o.level1_distributor_id, o.level2_distributor_id, o.customer_id, o.state, o.paid_fen
from commission c
join orders o on o.merchant_id = c.merchant_id and o.id = c.order_id
join merchant_policy p on p.merchant_id = o.merchant_id and p.version = o.policy_version
left join distributor d on d.merchant_id = c.merchant_id and d.id = c.distributor_id
where o.paid_fen = 0 or d.id is null
  or c.distributor_id is distinct from
    case c.level when 1 then o.level1_distributor_id when 2 then o.level2_distributor_id end
  or (d.customer_id = o.customer_id and not p.allow_self_purchase)
