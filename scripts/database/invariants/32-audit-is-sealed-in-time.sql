-- money.md 6.12: no entry of the audit trail stays outside the chain for more than an hour.
-- First those outside the chain, from the two indexes alone; only their day is looked up.
with unsealed as materialized (
  select e.merchant_id, e.id from audit_entry e
  where not exists (select from audit_seal s where s.merchant_id = e.merchant_id and s.entry_id = e.id)
)
select e.merchant_id, e.id as entry_id, e.at, e.action
from unsealed u
join audit_entry e on e.merchant_id = u.merchant_id and e.id = u.id
where e.at < interval '-1 hour'
  + coalesce(nullif(current_setting('app.invariants_at', true), '')::timestamptz, now())
