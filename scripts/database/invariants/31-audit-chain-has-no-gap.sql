-- money.md 6.12: the audit chain counts from 1 without a gap, each link holds the hash before it, and
-- each hash is that of the entry as it stands (features/audit/queries/list-unsealed-entries.ts).
select c.merchant_id, c.seq, c.expected_seq, c.entry_id, c.previous_hash, c.expected_previous, c.hash
from (
  select merchant_id, seq, entry_id, previous_hash, hash,
    lag(hash, 1, repeat('0', 64)) over w as expected_previous, row_number() over w as expected_seq
  from audit_seal
  window w as (partition by merchant_id order by seq)
) c
left join audit_entry e on e.merchant_id = c.merchant_id and e.id = c.entry_id
where c.seq <> c.expected_seq or c.previous_hash <> c.expected_previous or e.id is null
  -- The text that concat_ws makes there, which skips what is null, in two thirds of its time.
  or c.hash <> encode(sha256(convert_to(c.previous_hash || '|' || e.id || '|'
    -- Milliseconds, which a double keeps to the last one: a tenth of the time that exact decimals take.
    || (date_part('epoch', e.at) * 1000)::bigint || '|' || e.actor_kind || coalesce('|' || e.actor_id, '')
    || '|' || e.action || '|' || e.object_kind || '|' || e.object_id || '|' || e.details::text, 'UTF8')), 'hex')
