-- What became of each order: four in a hundred were never paid, one was given back whole before it left,
-- two lost part of their money later; the last ones are still on their way.
create unlogged table testing.plan as
with placed as materialized (
  select n, testing.moment(s.since, d.day, 52, n) as created_at, testing.draw(50, n) < 0.33 as is_loyal, testing.draw(51, n) as pick,
    (c.people + 2) / 3 as choices
  from testing.scale s cross join testing.day d join testing.crowd c on c.day = d.day - 3
  cross join lateral generate_series(floor(d.orders_from * s.orders)::int, floor(d.orders_to * s.orders)::int - 1) n
), paid as materialized (
  -- A third by loyal customers, the others by whoever came lately more than by whoever came long ago.
  select n, created_at, 3 * (case when is_loyal then 10 * floor((choices + 9) / 10 * pick)::int
      else choices - 1 - floor(choices * pick ^ 2)::int end) as p,
    case when testing.draw(54, n) >= 0.04 and created_at + interval '2 minutes' < s.until_at
      then created_at + interval '2 minutes' end as paid_at, testing.draw(55, n) < 0.01 as is_whole
  from placed cross join testing.scale s
), moved as materialized (
  select *, (paid_at + interval '5 hours' + testing.draw(60, n) ^ 2 * interval '60 hours')::timestamptz(3) as shipped_at,
    (paid_at + interval '66 hours' + testing.draw(61, n) * interval '6 days')::timestamptz(3) as received_at,
    case when testing.draw(55, n) < 0.03 then (paid_at + case when is_whole then testing.draw(59, n) * interval '4 hours 59 minutes'
      else interval '12 hours' + testing.draw(59, n) * interval '7 days' end)::timestamptz(3) end as refund_at
  from paid
), ended as materialized (
  select n, p, created_at, paid_at, case when is_whole and refund_at < s.until_at then refund_at end as whole_refund_at,
    case when not is_whole and refund_at < s.until_at then refund_at end as part_refund_at,
    case when shipped_at < s.until_at and not (is_whole and coalesce(refund_at < s.until_at, false)) then shipped_at end as shipped_at,
    case when received_at < s.until_at and not (is_whole and coalesce(refund_at < s.until_at, false)) then received_at end as received_at
  from moved cross join testing.scale s
)
select o.*, testing.id(32, n) as order_id, testing.id(33, n) as payment_id, n % 16 as shard, p.customer_id, p.visitor_id, p.region,
  b.binding_id, b.click_id, b.level1_id, case when b.level1_id is not null then b.level2_id end as level2_id,
  case when testing.draw(56, n) < 0.2 then 1000 else 0 end as freight_fen, testing.draw(57, n) < 0.1 as discounted,
  1 + floor(3 * testing.draw(58, n) ^ 2.5)::int as lines
from ended o
join testing.person p on p.p = o.p
left join testing.binding b on b.p = o.p and o.created_at >= b.bound_at and o.created_at < b.valid_until;
create unique index on testing.plan (n);
create index on testing.plan (order_id);
analyze testing.plan;

create unlogged table testing.line as
with chosen as materialized (
  select p.n, line_no, 1 + floor(3 * testing.draw(62, p.n * 4 + line_no) ^ 3)::int as quantity,
    (floor(500 * testing.draw(63, p.n) ^ 2.2)::int + 131 * (line_no - 1)) % 500 as product, testing.draw(64, p.n * 4 + line_no) as pick
  from testing.plan p cross join lateral generate_series(1, p.lines) line_no
), priced as materialized (
  select c.*, k.sku_id, k.product_id, k.place, k.price_fen, k.cost_fen, k.price_fen * c.quantity as gross_fen
  from chosen c join testing.sku k on k.n = c.product and k.place = floor((1 + c.product % 3) * c.pick ^ 2)::int
), given as materialized (
  -- Back in part: a unit of the first line, or three tenths of its money where it is all there is.
  select l.*, p.order_id, case when p.discounted then gross_fen / 20 else 0 end as prorated_fen, p.whole_refund_at, p.part_refund_at,
    case when p.whole_refund_at is not null then l.quantity
      when p.part_refund_at is not null and l.line_no = 1 and (p.lines > 1 or l.quantity > 1) then 1 else 0 end as refunded_quantity
  from priced l join testing.plan p on p.n = l.n
)
select n, order_id, line_no, testing.id(34, n * 4 + line_no) as line_id, sku_id, product_id, product, place, price_fen, cost_fen, quantity,
  gross_fen, prorated_fen, gross_fen - prorated_fen as payable_fen, refunded_quantity,
  case when whole_refund_at is not null then gross_fen - prorated_fen
    when part_refund_at is null or line_no > 1 then 0
    when refunded_quantity = 1 then (gross_fen - prorated_fen) / quantity else (gross_fen - prorated_fen) * 3 / 10 end as refunded_fen,
  case when testing.draw(66, n) < 0.6 then refunded_quantity else 0 end as restock_quantity
from given;
create index on testing.line (order_id);

create unlogged table testing.total as
select n, sum(gross_fen) as goods_fen, sum(prorated_fen) as discount_fen, sum(payable_fen) as lines_fen,
  sum(refunded_fen) as refunded_fen
from testing.line group by n;
create unique index on testing.total (n);

create unlogged table testing.promise as
select l.n, l.order_id, l.line_no, c.level, testing.id(35 + c.level, l.n * 4 + l.line_no) as commission_id, c.distributor_id,
  r.rule_id, r.rate_bps, l.quantity, l.payable_fen as base_fen,
  l.payable_fen * 3000 / 10000 - case c.level when 2 then l.payable_fen * 1000 / 10000 else 0 end as cap_fen,
  l.payable_fen * r.rate_bps / 10000 as commission_fen,
  l.payable_fen * r.rate_bps / 10000 - l.payable_fen * r.rate_bps / 10000 * (l.payable_fen - l.refunded_fen) / l.payable_fen as back_fen,
  p.shard, p.paid_at, coalesce(p.whole_refund_at, p.part_refund_at) as refund_at,
  p.received_at + interval '168 hours' as available_at
from testing.plan p
join testing.line l on l.n = p.n
cross join lateral (values (1, p.level1_id), (2, p.level2_id)) c(level, distributor_id)
join testing.rule r on r.level = c.level
where c.distributor_id is not null;
analyze testing.line, testing.total, testing.promise;
