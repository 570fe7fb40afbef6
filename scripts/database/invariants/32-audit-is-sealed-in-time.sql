-- money.md 6.12: no entry of the audit trail stays outside the chain for more than an hour.
select e.merchant_id, e.id as entry_id, e.at, e.action
from audit_entry e
left join audit_seal s on s.merchant_id = e.merchant_id and s.entry_id = e.id
where s.seq is null and e.at < interval '-1 hour'
  + coalesce(nullif(current_setting('app.invariants_at', true), '')::timestamptz, now())
