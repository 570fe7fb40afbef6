-- The dice: the same seed, kind and number give the same draw in [0, 1) on every machine.
do $$ begin execute format(
  'create function testing.draw(kind int, number bigint) returns float8 language sql immutable parallel safe as
   ''select (hashint8extended(number, %s::bigint * 1000 + kind) & 4503599627370495)::float8 / 4503599627370496::float8''',
  current_setting('bench.seed')::bigint); end $$;

create function testing.id(kind int, number bigint) returns uuid language sql immutable parallel safe as
  $$ select (lpad(to_hex(kind), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(number), 12, '0'))::uuid $$;

create table testing.scale as
select current_setting('bench.merchant')::uuid as merchant_id, current_setting('bench.seed')::bigint as seed,
  orders, current_setting('bench.events')::int as events, greatest(orders / 10, 40) as customers,
  greatest(orders / 10, 40) * 3 as people, 400 as days, until_at, until_at - interval '400 days' as since
from (select current_setting('bench.orders')::int as orders,
  (current_setting('bench.last_day')::date + 1)::timestamp at time zone 'Asia/Shanghai' as until_at) given;

-- A shop that grows, sells more at weekends, and half as much again in eight days around each of three
-- feasts. Which part of all orders and of all people falls on each day: who buys has been there for four days.
create table testing.day as
with weighed as (
  select day, since + day * interval '1 day' as starts_at,
    (1 + day / 300.0::float8) * (case when extract(isodow from since + day * interval '1 day') >= 6 then 1.3 else 1 end)
      * (case when day % 130 between 100 and 107 then 1.5 else 1 end) as weight
  from testing.scale, generate_series(0, days - 1) day
), weights as (
  select day, starts_at, case when day < 4 then 0 else weight end as orders, case when day = 0 then weight * 12 else weight end as people
  from weighed
), reached as (
  select day, starts_at, case when day = 399 then 1 else sum(orders) over before / sum(orders) over () end as orders_to,
    case when day = 399 then 1 else sum(people) over before / sum(people) over () end as people_to
  from weights window before as (order by day)
)
select day, starts_at, coalesce(lag(orders_to) over before, 0) as orders_from, orders_to,
  coalesce(lag(people_to) over before, 0) as people_from, people_to
from reached window before as (order by day);

-- Seconds of a day in Shanghai: quiet at night, a peak at noon and one in the evening.
create function testing.second_of_day(one float8, other float8) returns float8 language sql immutable parallel safe as
  $$ select width_bucket(one, '{0.01,0.015,0.02,0.022,0.025,0.03,0.045,0.07,0.105,0.145,0.19,0.24,0.305,0.36,0.4,0.44,0.48,0.525,0.585,0.66,0.755,0.86,0.945}'::float8[]) * 3600
    + other * 3599 $$;

create function testing.moment(since timestamptz, day int, kind int, number bigint) returns timestamptz language sql stable parallel safe as
  $$ select (since + (day * 86400 + testing.second_of_day(testing.draw(kind, number), testing.draw(kind + 1, number)))
    * interval '1 second')::timestamptz(3) $$;
