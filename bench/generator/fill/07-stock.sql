insert into stock_hold (merchant_id, order_id, line_no, sku_id, quantity, state, expires_at)
select s.merchant_id, l.order_id, l.line_no, l.sku_id, l.quantity,
  (case when p.paid_at is null then 'released' else 'taken' end)::stock_hold_state, p.created_at + interval '30 minutes'
from testing.line l join testing.plan p on p.n = l.n cross join testing.scale s
order by l.n, l.line_no;

insert into stock_movement (merchant_id, id, sku_id, delta, value_fen, reason, reference_id, reference_line, created_at)
select s.merchant_id, l.line_id, l.sku_id, -l.quantity, -l.quantity * l.cost_fen, 'sold', l.order_id, l.line_no, p.paid_at
from testing.line l join testing.plan p on p.n = l.n and p.paid_at is not null cross join testing.scale s
order by l.n, l.line_no;
insert into stock_movement (merchant_id, id, sku_id, delta, value_fen, reason, reference_id, reference_line, created_at)
select s.merchant_id, testing.id(39, l.n * 4 + l.line_no), l.sku_id, l.restock_quantity, l.restock_quantity * l.cost_fen, 'refunded', testing.id(38, l.n), l.line_no,
  coalesce(p.whole_refund_at, p.part_refund_at)
from testing.line l join testing.plan p on p.n = l.n cross join testing.scale s
where l.restock_quantity > 0
order by l.n, l.line_no;

-- Every unit of a SKU costs the same, always: so does their moving average. What thirty days will sell arrives before them, and twenty lie there from the beginning.
insert into stock_movement (merchant_id, id, sku_id, delta, value_fen, reason, reference_id, created_at)
select s.merchant_id, testing.id(40, (k.n * 4 + k.place) * 16), k.sku_id, 20, 20 * k.cost_fen, 'opening', testing.id(40, (k.n * 4 + k.place) * 16), s.since
from testing.sku k cross join testing.scale s;
insert into stock_movement (merchant_id, id, sku_id, delta, value_fen, reason, reference_id, created_at)
select s.merchant_id, id, sku_id, units, units * cost_fen, 'receipt', id, s.since + month * interval '30 days'
from (
  select l.sku_id, month, sum(l.quantity) as units, l.cost_fen, testing.id(40, (l.product * 4 + l.place) * 16 + 1 + month) as id
  from testing.line l join testing.plan p on p.n = l.n and p.paid_at is not null cross join testing.scale s
  cross join lateral (select floor(extract(epoch from p.paid_at - s.since) / 2592000)::int as month) m
  group by l.sku_id, l.cost_fen, l.product, l.place, month
) arrival cross join testing.scale s;

update stock s set on_hand = m.on_hand, value_fen = m.value_fen
from (select merchant_id, sku_id, sum(delta) as on_hand, sum(value_fen) as value_fen from stock_movement group by 1, 2) m
where s.merchant_id = m.merchant_id and s.sku_id = m.sku_id;
