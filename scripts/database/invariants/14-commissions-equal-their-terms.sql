-- every ten minutes: of what was touched
-- money.md 6.5: each commission is its order's frozen term and equals the formula; a paid order's
-- terms all became commissions, an unpaid one's none.
with expected as (
  select t.* from order_commission_term t
  join orders o on o.merchant_id = t.merchant_id and o.id = t.order_id
  where o.paid_fen > 0
)
select coalesce(c.merchant_id, t.merchant_id) as merchant_id, c.id as commission_id,
  coalesce(c.order_id, t.order_id) as order_id, coalesce(c.line_no, t.line_no) as line_no,
  coalesce(c.level, t.level) as level, c.base_fen, c.rate_bps, c.fixed_fen_per_unit, c.cap_fen,
  c.commission_fen, t.commission_fen as promised_fen
from commission c
full join expected t on t.merchant_id = c.merchant_id and t.order_id = c.order_id
  and t.line_no = c.line_no and t.level = c.level
where c.id is null or t.order_id is null
  or (c.distributor_id, c.rule_id, c.rule_version, c.quantity, c.base_fen, c.cap_fen, c.commission_fen)
    is distinct from
    (t.distributor_id, t.rule_id, t.rule_version, t.quantity, t.base_fen, t.cap_fen, t.commission_fen)
  or (c.rate_bps, c.fixed_fen_per_unit) is distinct from (t.rate_bps, t.fixed_fen_per_unit)
  or c.commission_fen <> least(c.cap_fen,
    coalesce(c.base_fen * c.rate_bps / 10000, c.fixed_fen_per_unit * c.quantity))
