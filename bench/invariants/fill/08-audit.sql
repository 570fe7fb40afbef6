-- Each step of an order as the product records it, and the chain over all of it.
create unlogged table testing.step as
select o.merchant_id, testing.id(64 + step.place, p.n) as id, step.at, step.actor_kind, step.action, o.id as order_id
from testing.plan p
join orders o on o.merchant_id = p.merchant_id and o.id = p.order_id
cross join lateral (values (0, o.created_at, 'customer', 'order.place'), (1, o.paid_at, 'wechat', 'order.pay'),
  (2, o.shipped_at, 'staff', 'order.ship'), (3, o.received_at, 'customer', 'order.receive'),
  (4, o.closed_at, 'system', 'order.close')) step(place, at, actor_kind, action)
where step.at is not null;

insert into audit_entry (merchant_id, id, at, actor_kind, action, object_kind, object_id)
select merchant_id, id, at, actor_kind, action, 'order', order_id from testing.step order by at;

do $$
declare
  entry record;
  last_seq bigint;
  last_hash text;
  this_hash text;
begin
  select seq, hash into last_seq, last_hash from audit_seal s join testing.scale using (merchant_id)
    order by seq desc limit 1;
  for entry in
    select e.*, concat_ws('|', e.id, (extract(epoch from e.at) * 1000)::bigint, e.actor_kind, e.actor_id, e.action,
      e.object_kind, e.object_id, e.details::text) as text
    from audit_entry e join testing.step t on t.merchant_id = e.merchant_id and t.id = e.id order by t.at
  loop
    last_seq := last_seq + 1;
    this_hash := encode(sha256(convert_to(last_hash || '|' || entry.text, 'UTF8')), 'hex');
    insert into audit_seal values (entry.merchant_id, last_seq, entry.id, last_hash, this_hash);
    last_hash := this_hash;
  end loop;
end $$;
