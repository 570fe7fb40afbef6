-- Of what was recorded lately.
select e.merchant_id, e.id as entry_id, e.at, e.action
from recent_entry e
left join public.audit_seal s on s.merchant_id = e.merchant_id and s.entry_id = e.id
where s.seq is null and e.at < interval '-1 hour'
  + coalesce(nullif(current_setting('app.invariants_at', true), '')::timestamptz, now())
