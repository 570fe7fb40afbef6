-- A two-hundredth as many distributors as orders, in pairs of a seller and who brought them; a quarter
-- as many customers, each bound to one seller by a click on their link.
create function testing.id(kind int, number bigint) returns uuid language sql immutable parallel safe as
  $$ select (lpad(to_hex(kind), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(number), 12, '0'))::uuid $$;

create table testing.scale as
select current_setting('bench.merchant')::uuid as merchant_id,
  current_setting('bench.orders')::int as orders,
  current_setting('bench.orders')::int / 4 as customers,
  greatest(current_setting('bench.orders')::int / 400, 10) as pairs,
  date_trunc('second', now()) as until_at,
  date_trunc('second', now()) - interval '360 days' as since;

insert into customer (merchant_id, id, nickname, created_at)
select merchant_id, testing.id(1, n), 'c' || n, since
from testing.scale, generate_series(0, customers + 2 * pairs - 1) n;

insert into distributor (merchant_id, id, customer_id, parent_distributor_id, status, display_name, applied_at, decided_at)
select merchant_id, testing.id(2, n), testing.id(1, customers + n),
  case when n >= pairs then testing.id(2, n - pairs) end, 'approved', 'd' || n, since, since
from testing.scale, generate_series(0, 2 * pairs - 1) n
order by n;

insert into visitor (merchant_id, id, customer_id, first_seen_at, joined_at)
select merchant_id, testing.id(3, n), testing.id(1, n), since, since
from testing.scale, generate_series(0, customers - 1) n;

insert into share_link (merchant_id, id, code, sharer_customer_id, target_kind, target_id, channel, created_at)
select merchant_id, testing.id(4, n), 'bench' || n, testing.id(1, customers + pairs + n), 'shop', testing.id(0, 0), 'card', since
from testing.scale, generate_series(0, pairs - 1) n;

-- Every customer opens a link twice.
insert into share_click (merchant_id, id, link_id, visitor_id, clicked_at)
select merchant_id, testing.id(5, 2 * n + again), testing.id(4, n % pairs), testing.id(3, n),
  since + again * interval '1 hour'
from testing.scale, generate_series(0, customers - 1) n, generate_series(0, 1) again;

insert into customer_binding (merchant_id, id, customer_id, distributor_id, click_id, source, bound_at, valid_until, created_at)
select merchant_id, testing.id(6, n), testing.id(1, n), testing.id(2, pairs + n % pairs), testing.id(5, 2 * n),
  'click', since, since + interval '600 days', since
from testing.scale, generate_series(0, customers - 1) n;
