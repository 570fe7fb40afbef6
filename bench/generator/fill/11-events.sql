-- Four events before each order, and visits of four for all the others: everybody's first one, and then of
-- whoever came lately more than of whoever came long ago. Two in a hundred arrive up to 70 hours late.
select ensure_event_partitions((since - interval '1 day')::date, until_at::date) from testing.scale;

create unlogged table testing.visit as
with sizes as (select s.*, least(s.orders, s.events / 8) as before_orders from testing.scale s)
select o.n, o.visitor_id, o.created_at - (120 + testing.draw(80, o.n) * 900) * interval '1 second' as at,
  floor(500 * testing.draw(63, o.n) ^ 2.2)::int as product
from sizes s join testing.plan o on o.n < s.before_orders
union all
select n, p.visitor_id, v.at, floor(500 * testing.draw(84, n) ^ 1.8)::int
from sizes s cross join testing.share_of_days shares
cross join generate_series(s.before_orders, s.events / 4 - 1) n
cross join lateral (select n - s.before_orders as i, n - s.before_orders < s.people as first) x
cross join lateral (select case when not first
  then width_bucket((i - s.people + 0.5) / (s.events / 4 - s.before_orders - s.people), shares.orders) end as day) d
left join testing.crowd c on c.day = d.day
join testing.person p on p.p = case when first then i else c.people - 1 - floor(c.people * testing.draw(81, n) ^ 1.5)::int end
cross join lateral (select case when first then p.seen_at else testing.moment(d.day, 82, n) end as at) v;

insert into event (merchant_id, at, id, kind, visitor_id, received_at, product_id, amount)
select s.merchant_id, e.at, testing.id(80, v.n::bigint * 4 + place), e.kind::event_kind, v.visitor_id,
  e.at + case when testing.draw(87, v.n) < 0.02 then testing.draw(88, v.n) * interval '70 hours'
    else testing.draw(88, v.n) * interval '5 seconds' end,
  case when e.about then testing.id(2, v.product) else '00000000-0000-0000-0000-000000000000' end,
  case e.kind when 'dwell' then 1000 + floor(60000 * testing.draw(89, v.n) ^ 2)::int when 'cart' then 1 else 0 end
from testing.visit v
cross join testing.scale s
cross join generate_series(0, 3) place
cross join lateral (select least(v.at + place * interval '25 seconds', s.until_at - interval '1 second')::timestamptz(3) as at,
  case when v.n < least(s.orders, s.events / 8) then ('{view,dwell,cart,checkout}'::text[])[place + 1]
    when place = 2 then ('{view,view,view,view,view,view,view,view,view,view,view,view,view,cart,cart,cart,favourite,favourite,share_set,scan}'::text[])
      [1 + floor(20 * testing.draw(85, v.n))::int]
    when place = 1 then 'dwell' else 'view' end as kind,
  v.n < least(s.orders, s.events / 8) or place > 0 or testing.draw(86, v.n) < 0.7 as about) e
order by date_trunc('day', e.at);
