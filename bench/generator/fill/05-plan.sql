-- What became of each order: four in a hundred were never paid, one was given back whole before it left,
-- two lost part of their money later; the last ones are still on their way.
create unlogged table testing.plan as
select n, testing.id(32, n) as order_id, testing.id(33, n) as payment_id, n % 16 as shard, p.p, p.customer_id, p.visitor_id, p.region,
  t.created_at, x.paid_at,
  case when whole then r.at end as whole_refund_at, case when not whole then r.at end as part_refund_at,
  case when x.shipped_at < s.until_at and not coalesce(whole, false) then x.shipped_at end as shipped_at,
  case when x.received_at < s.until_at and not coalesce(whole, false) then x.received_at end as received_at,
  b.binding_id, b.click_id, b.level1_id, case when b.level1_id is not null then b.level2_id end as level2_id,
  case when testing.draw(56, n) < 0.2 then 1000 else 0 end as freight_fen, testing.draw(57, n) < 0.1 as discounted,
  1 + floor(3 * testing.draw(58, n) ^ 2.5)::int as lines
from testing.scale s cross join testing.share_of_days shares
cross join generate_series(0, s.orders - 1) n
cross join lateral (select width_bucket((n + 0.5) / s.orders, shares.orders) as day) d
join testing.crowd c on c.day = d.day - 3
cross join lateral (select (c.people + 2) / 3 as customers) k
-- A third by loyal customers, the others by whoever came lately more than by whoever came long ago.
join testing.person p on p.p = 3 * (case when testing.draw(50, n) < 0.33 then 10 * floor((k.customers + 9) / 10 * testing.draw(51, n))::int
  else k.customers - 1 - floor(k.customers * testing.draw(51, n) ^ 2)::int end)
cross join lateral (select testing.moment(d.day, 52, n) as created_at) t
cross join lateral (select case when testing.draw(54, n) >= 0.04 and t.created_at + interval '2 minutes' < s.until_at
    then t.created_at + interval '2 minutes' end as paid_at) y
cross join lateral (select y.paid_at,
  (y.paid_at + interval '5 hours' + testing.draw(60, n) ^ 2 * interval '60 hours')::timestamptz(3) as shipped_at,
  (y.paid_at + interval '66 hours' + testing.draw(61, n) * interval '6 days')::timestamptz(3) as received_at) x
cross join lateral (select testing.draw(55, n) < 0.01 as whole) w
left join lateral (select (x.paid_at + case when w.whole then testing.draw(59, n) * interval '4 hours 59 minutes'
    else interval '12 hours' + testing.draw(59, n) * interval '7 days' end)::timestamptz(3) as at) r
  on testing.draw(55, n) < 0.03 and r.at < s.until_at
left join testing.binding b on b.p = p.p and t.created_at >= b.bound_at and t.created_at < b.valid_until;
update testing.plan set whole_refund_at = null, part_refund_at = null where paid_at is null;
create index on testing.plan (order_id);
analyze testing.plan;

create unlogged table testing.line as
select l.n, l.order_id, l.line_no, testing.id(34, l.n * 4 + l.line_no) as line_id, k.sku_id, k.product_id, k.n as product, k.place,
  k.price_fen, k.cost_fen, l.quantity, k.price_fen * l.quantity as gross_fen, prorated_fen,
  gross.fen - prorated_fen as payable_fen, r.quantity as refunded_quantity, r.fen as refunded_fen,
  case when testing.draw(66, l.n) < 0.6 then r.quantity else 0 end as restock_quantity
from (
  select p.*, line_no, 1 + floor(3 * testing.draw(62, p.n * 4 + line_no) ^ 3)::int as quantity,
    (floor(500 * testing.draw(63, p.n) ^ 2.2)::int + 131 * (line_no - 1)) % 500 as product
  from testing.plan p cross join lateral generate_series(1, p.lines) line_no
) l
join testing.sku k on k.n = l.product and k.place = floor((1 + l.product % 3) * testing.draw(64, l.n * 4 + l.line_no) ^ 2)::int
cross join lateral (select k.price_fen * l.quantity as fen) gross
cross join lateral (select case when l.discounted then gross.fen / 20 else 0 end as prorated_fen) discount
-- Part: a unit of the first line, or three tenths of its money where it is all there is.
cross join lateral (select case when l.whole_refund_at is not null then l.quantity
    when l.part_refund_at is not null and l.line_no = 1 and (l.lines > 1 or l.quantity > 1) then 1 else 0 end as quantity) back
cross join lateral (select back.quantity, case when l.whole_refund_at is not null then gross.fen - prorated_fen
    when l.part_refund_at is null or l.line_no > 1 then 0
    when back.quantity = 1 then (gross.fen - prorated_fen) / l.quantity else (gross.fen - prorated_fen) * 3 / 10 end as fen) r;
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
