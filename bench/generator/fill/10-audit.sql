-- Each step of an order as the product records it, and the chain over all of it.
create unlogged table testing.step as
select testing.id(64 + step.place, p.n) as id, step.at, step.actor_kind, step.action, p.order_id
from testing.plan p
cross join lateral (values (0, p.created_at, 'customer', 'order.place'), (1, p.paid_at, 'wechat', 'order.pay'),
  (2, p.shipped_at, 'staff', 'order.ship'), (3, p.received_at, 'customer', 'order.receive'),
  (4, case when p.paid_at is null then p.created_at + interval '31 minutes' end, 'system', 'order.close'))
  step(place, at, actor_kind, action)
where step.at is not null and current_setting('bench.audit') = 'true';

insert into audit_entry (merchant_id, id, at, actor_kind, action, object_kind, object_id)
select s.merchant_id, id, at, actor_kind, action, 'order', order_id from testing.step cross join testing.scale s order by at;

do $$
declare
  entry record;
  last_seq bigint;
  last_hash text;
  this_hash text;
begin
  select seq, hash into last_seq, last_hash from audit_seal join testing.scale using (merchant_id)
    order by seq desc limit 1;
  last_seq := coalesce(last_seq, 0);
  last_hash := coalesce(last_hash, repeat('0', 64));
  for entry in
    select e.*, concat_ws('|', e.id, (extract(epoch from e.at) * 1000)::bigint, e.actor_kind, e.actor_id, e.action,
      e.object_kind, e.object_id, e.details::text) as text
    from audit_entry e join testing.step t on t.id = e.id join testing.scale s on s.merchant_id = e.merchant_id order by t.at
  loop
    last_seq := last_seq + 1;
    this_hash := encode(sha256(convert_to(last_hash || '|' || entry.text, 'UTF8')), 'hex');
    insert into audit_seal values (entry.merchant_id, last_seq, entry.id, last_hash, this_hash);
    last_hash := this_hash;
  end loop;
end $$;
drop table testing.step;
