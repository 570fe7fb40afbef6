-- What became of each order, from one number: four in a hundred were never paid, three lost a unit to a
-- refund, one was refunded whole; the last ones are still on their way.
create unlogged table testing.plan as
select n, merchant_id, testing.id(16, n) as order_id, testing.id(17, n) as payment_id, created_at,
  testing.id(1, n % customers) as customer_id,
  (n % customers) % pairs as pair, n % 16 as shard, n % 10 >= 2 as shared, n % 100 as lot,
  case when n % 100 < 4 then 'closed' when n % 100 = 13 then 'refunded'
    when created_at < until_at - interval '5 days' then 'received'
    when created_at < until_at - interval '2 days' then 'shipped'
    when created_at < until_at - interval '20 minutes' then 'paid' else 'awaiting_payment' end as state,
  created_at < until_at - interval '13 days' as matured
from testing.scale, generate_series(0, orders - 1) n,
  lateral (select (since + interval '1 day' + n * ((until_at - since - interval '1 day') / orders))::timestamptz(3) as created_at) t;
-- What is younger than its own next step has not taken it.
update testing.plan set state = 'awaiting_payment'
  where state in ('closed', 'refunded') and created_at >= (select until_at - interval '1 day' from testing.scale);

create unlogged table testing.line as
select p.n, p.order_id, line_no, testing.id(20, p.n * 4 + line_no) as line_id, fixture.sku, quantity,
  fixture.price as unit_price_fen, fixture.price * quantity as payable_fen,
  case when p.state = 'refunded' then fixture.price * quantity
    when p.lot between 10 and 12 and line_no = 1 and p.state in ('paid', 'shipped', 'received')
      and p.created_at < (select until_at - interval '1 day' from testing.scale) then fixture.price
    else 0 end as refunded_fen
from testing.plan p
cross join lateral generate_series(1, case when p.n % 5 < 3 then 1 else 2 end) line_no
cross join lateral (select 1 + (line_no = 1)::int as quantity) q
join lateral (select sku_id as sku, unit_price_fen as price from testing.sku where place = (p.n + line_no) % 3) fixture on true;
create index on testing.line (order_id);

create unlogged table testing.share as
select l.order_id, l.line_no, level, testing.id(21 + level, p.n * 4 + l.line_no) as commission_id,
  testing.id(2, case level when 1 then pairs + p.pair else p.pair end) as distributor_id,
  l.quantity, l.payable_fen as base_fen, case level when 1 then 1000 else 300 end as rate_bps,
  l.payable_fen * 3000 / 10000 - case level when 2 then l.payable_fen * 1000 / 10000 else 0 end as cap_fen,
  l.payable_fen * case level when 1 then 1000 else 300 end / 10000 as commission_fen,
  l.refunded_fen, p.state, p.matured, p.created_at, p.shard
from testing.plan p
join testing.line l on l.n = p.n
cross join generate_series(1, 2) level, testing.scale
where p.shared;
analyze testing.plan, testing.line, testing.share;
