-- F3: what was bound or ended by hand says who of the merchant's staff did it, and why.
-- every ten minutes: of what was touched
select b.merchant_id, b.customer_id, b.id as binding_id, b.source, b.bound_by, b.reason
from customer_binding b
left join staff s on s.merchant_id = b.merchant_id and s.id = b.bound_by
where (b.source in ('manual', 'release') and (s.id is null or length(btrim(b.reason)) < 2))
  or (b.source = 'click' and b.bound_by is not null)
