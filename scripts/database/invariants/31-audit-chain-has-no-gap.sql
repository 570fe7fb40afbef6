-- money.md 6.12: the audit chain counts from 1 without a gap, each link holds the hash before it, and
-- each hash is that of the entry as it stands (features/audit/queries/list-unsealed-entries.ts).
-- Two questions, because the links are looked at in order and the hashes by any number of processes.
select c.merchant_id, c.seq, c.entry_id, c.previous_hash, c.expected_previous as expected
from (
  select merchant_id, seq, entry_id, previous_hash, lag(hash, 1, repeat('0', 64)) over w as expected_previous,
    row_number() over w as expected_seq
  from audit_seal
  window w as (partition by merchant_id order by seq)
) c
where c.seq <> c.expected_seq or c.previous_hash <> c.expected_previous
union all
select s.merchant_id, s.seq, s.entry_id, s.previous_hash, s.hash
from audit_seal s
left join audit_entry e on e.merchant_id = s.merchant_id and e.id = s.entry_id
where e.id is null
  or s.hash <> encode(sha256(convert_to(concat_ws('|', s.previous_hash, e.id,
    (extract(epoch from e.at) * 1000)::bigint, e.actor_kind, e.actor_id, e.action, e.object_kind,
    e.object_id, e.details::text), 'UTF8')), 'hex')
