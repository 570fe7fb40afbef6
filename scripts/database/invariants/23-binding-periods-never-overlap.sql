-- every ten minutes: of what was touched
-- money.md 6.10: a customer belongs to one distributor at a time, never to themselves.
with period as (
  select b.*, lead(bound_at) over (partition by merchant_id, customer_id order by bound_at, id) as next_bound_at
  from customer_binding b
)
select b.merchant_id, b.customer_id, b.id as binding_id, b.distributor_id, b.bound_at, b.valid_until,
  b.next_bound_at
from period b
left join distributor d on d.merchant_id = b.merchant_id and d.id = b.distributor_id
where b.valid_until > b.next_bound_at or d.id is null
  or b.valid_until < b.bound_at
  or (d.customer_id = b.customer_id and not (
    select allow_self_purchase from merchant_policy p
    where p.merchant_id = b.merchant_id and p.created_at <= b.created_at
    order by version desc limit 1))
