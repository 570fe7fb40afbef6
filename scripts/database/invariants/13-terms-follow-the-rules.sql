-- every ten minutes: of what was touched
-- money.md 6.5: what an order promises equals the formula on its line's frozen amount, with the rate
-- of the rule's version, to the distributors of its snapshot, within the policy's cap.
select t.merchant_id, t.order_id, t.line_no, t.level, t.distributor_id, t.rule_id, t.rule_version,
  t.base_fen, t.rate_bps, t.fixed_fen_per_unit, t.cap_fen, t.commission_fen, l.payable_fen
from order_commission_term t
join order_line l on l.merchant_id = t.merchant_id and l.order_id = t.order_id and l.line_no = t.line_no
join orders o on o.merchant_id = t.merchant_id and o.id = t.order_id
join merchant_policy p on p.merchant_id = o.merchant_id and p.version = o.policy_version
join commission_rule r on r.merchant_id = t.merchant_id and r.id = t.rule_id
join commission_rule_version v
  on v.merchant_id = t.merchant_id and v.rule_id = t.rule_id and v.version = t.rule_version
left join order_commission_term first on t.level = 2 and first.merchant_id = t.merchant_id
  and first.order_id = t.order_id and first.line_no = t.line_no and first.level = 1
where t.level not in (1, 2) or t.level <> r.level or not v.enabled
  or t.base_fen <> l.payable_fen or t.quantity <> l.quantity
  or t.rate_bps is distinct from v.rate_bps or t.fixed_fen_per_unit is distinct from v.fixed_fen_per_unit
  or t.commission_fen <> least(t.cap_fen,
    coalesce(t.base_fen * t.rate_bps / 10000, t.fixed_fen_per_unit * t.quantity))
  or t.cap_fen <> t.base_fen * p.commission_cap_bps / 10000 - coalesce(first.commission_fen, 0)
  or t.distributor_id is distinct from
    case t.level when 1 then o.level1_distributor_id else o.level2_distributor_id end
  or (t.level = 2 and not p.level2_enabled)
