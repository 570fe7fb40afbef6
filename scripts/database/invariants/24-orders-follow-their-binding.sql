-- every ten minutes: of what was touched
-- money.md 6.10: the binding behind an order was the buyer's, in force when the order was placed, and
-- its distributor is the order's level 1; no level 1 stands without one.
select o.merchant_id, o.id as order_id, o.order_no, o.customer_id, o.created_at, o.binding_id,
  o.level1_distributor_id, o.level2_distributor_id, b.distributor_id, b.bound_at, b.valid_until
from orders o
left join customer_binding b on b.merchant_id = o.merchant_id and b.id = o.binding_id
where (o.level1_distributor_id is null) <> (o.binding_id is null)
  or (o.level2_distributor_id is not null and o.level1_distributor_id is null)
  or o.level1_distributor_id = o.level2_distributor_id
  or (o.binding_id is not null and (
    b.id is null
    or b.customer_id <> o.customer_id
    or b.distributor_id is distinct from o.level1_distributor_id
    or b.click_id is distinct from o.click_id
    or not (b.bound_at <= o.created_at and o.created_at < b.valid_until)))
