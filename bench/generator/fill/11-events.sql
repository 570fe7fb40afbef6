-- Four events before each order, and visits of four for all the others: everybody's first one, and then of
-- whoever came lately more than of whoever came long ago. Two in a hundred arrive up to 70 hours late.
select ensure_event_partitions((since - interval '1 day')::date, until_at::date) from testing.scale;

create unlogged table testing.visit as
with sizes as (
  select s.*, least(s.orders, s.events / 8) as before_orders, s.events / 4 - least(s.orders, s.events / 8) as others from testing.scale s
), later as materialized (
  select s.before_orders + s.people + i as n, testing.moment(s.since, d.day, 82, i) as at,
    c.people - 1 - floor(c.people * testing.draw(81, i) ^ 1.5)::int as p
  from sizes s cross join testing.day d join testing.crowd c on c.day = d.day
  cross join lateral generate_series(floor(d.orders_from * (s.others - s.people))::int, floor(d.orders_to * (s.others - s.people))::int - 1) i
)
select o.n, true as is_before_order, o.visitor_id, o.created_at - (120 + testing.draw(80, o.n) * 900) * interval '1 second' as at,
  floor(500 * testing.draw(63, o.n) ^ 2.2)::int as product
from sizes s join testing.plan o on o.n < s.before_orders
union all
select s.before_orders + p.p, false, p.visitor_id, p.seen_at, floor(500 * testing.draw(84, p.p) ^ 1.8)::int
from sizes s join testing.person p on p.p < s.others
union all
select v.n, false, p.visitor_id, v.at, floor(500 * testing.draw(83, v.n) ^ 1.8)::int
from later v join testing.person p on p.p = v.p;

insert into event (merchant_id, at, id, kind, visitor_id, received_at, product_id, amount)
with acted as materialized (
  select v.n, place, v.visitor_id, v.product, least(v.at + place * interval '25 seconds', s.until_at - interval '1 second')::timestamptz(3) as at,
    case when is_before_order then ('{view,dwell,cart,checkout}'::text[])[place + 1]
      when place = 2 then ('{view,view,view,view,view,view,view,view,view,view,view,view,view,cart,cart,cart,favourite,favourite,share_set,scan}'::text[])
        [1 + floor(20 * testing.draw(85, v.n))::int]
      when place = 1 then 'dwell' else 'view' end as kind,
    is_before_order or place > 0 or testing.draw(86, v.n) < 0.7 as is_about_product,
    case when testing.draw(87, v.n) < 0.02 then testing.draw(88, v.n) * interval '70 hours'
      else testing.draw(88, v.n) * interval '5 seconds' end as delay
  from testing.visit v cross join testing.scale s cross join generate_series(0, 3) place
)
select s.merchant_id, at, testing.id(80, n::bigint * 4 + place), kind::event_kind, visitor_id, at + delay,
  case when is_about_product then testing.id(2, product) else '00000000-0000-0000-0000-000000000000' end,
  case kind when 'dwell' then 1000 + floor(60000 * testing.draw(89, n) ^ 2)::int when 'cart' then 1 else 0 end
from acted cross join testing.scale s
order by at;
