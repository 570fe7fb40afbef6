-- From the last link that was looked at on; whoever changes an older one makes the next run whole.
with chain as (
  select s.*, lag(s.hash, 1, case when s.seq = 1 then repeat('0', 64) end) over w as expected_previous,
    k.seal_seq as known_seq, row_number() over w as position
  from recent_seal s
  join public.invariant_checkpoint k on k.merchant_id = s.merchant_id
  window w as (partition by s.merchant_id order by s.seq)
)
select c.merchant_id, c.seq, c.known_seq, c.entry_id, c.previous_hash, c.expected_previous, c.hash
from chain c
left join public.audit_entry e on e.merchant_id = c.merchant_id and e.id = c.entry_id
where c.seq <> c.position + greatest(c.known_seq, 1) - 1
  or (c.seq > c.known_seq and c.previous_hash is distinct from c.expected_previous) or e.id is null
  or c.hash <> encode(sha256(convert_to(concat_ws('|', c.previous_hash, e.id,
    (extract(epoch from e.at) * 1000)::bigint, e.actor_kind, e.actor_id, e.action, e.object_kind,
    e.object_id, e.details::text), 'UTF8')), 'hex')
