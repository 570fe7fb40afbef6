-- every ten minutes: of what was touched
-- money.md 6.6: the hold period runs from receipt, as long as the order's policy says; nothing
-- settles before it is over.
select c.merchant_id, c.id as commission_id, c.order_id, c.state, o.received_at, p.hold_days,
  c.available_at, c.settled_at
from commission c
join orders o on o.merchant_id = c.merchant_id and o.id = c.order_id
join merchant_policy p on p.merchant_id = o.merchant_id and p.version = o.policy_version
where c.available_at is distinct from o.received_at + p.hold_days * interval '24 hours'
    and (c.available_at is not null or c.state in ('pending', 'held', 'settled'))
  or (c.state = 'settled' and (c.settled_at is null or c.available_at is null))
  or (c.state in ('pending', 'held') and c.settled_at is not null)
  or c.settled_at < c.available_at
