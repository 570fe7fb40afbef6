-- Ids sort by the time they were made: those made since two hours before the last run.
select e.merchant_id, e.id as entry_id, e.at, e.action
from public.invariant_checkpoint k
join public.audit_entry e on e.merchant_id = k.merchant_id and e.id >= rpad(lpad(to_hex(
  (extract(epoch from k.ran_at - interval '2 hours') * 1000)::bigint), 12, '0'), 32, '0')::uuid
left join public.audit_seal s on s.merchant_id = e.merchant_id and s.entry_id = e.id
where s.seq is null and e.at < interval '-1 hour'
  + coalesce(nullif(current_setting('app.invariants_at', true), '')::timestamptz, now())
