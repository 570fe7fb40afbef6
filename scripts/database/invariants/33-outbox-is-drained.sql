-- money.md 6.12: the outbox holds nothing older than ten minutes; a job that was put off counts from
-- the time it was put off to.
select o.merchant_id, o.id as message_id, o.topic, o.created_at, o.next_attempt_at, o.attempts, o.last_error
from outbox_message o
where o.done_at is null
  and (case when o.attempts = 0 then o.next_attempt_at else o.created_at end) < interval '-10 minutes'
    + coalesce(nullif(current_setting('app.invariants_at', true), '')::timestamptz, now())
