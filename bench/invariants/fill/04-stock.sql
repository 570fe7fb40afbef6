insert into stock_hold (merchant_id, order_id, line_no, sku_id, quantity, state, expires_at)
select s.merchant_id, l.order_id, l.line_no, l.sku, l.quantity,
  (case p.state when 'awaiting_payment' then 'held' when 'closed' then 'released' else 'taken' end)::stock_hold_state,
  -- Those that nobody has paid yet wait a while longer than a run of the measurement.
  greatest(p.created_at, s.until_at) + interval '12 hours'
from testing.line l
join testing.plan p on p.n = l.n
cross join testing.scale s
order by l.n, l.line_no;

insert into stock_movement (merchant_id, id, sku_id, delta, value_fen, reason, reference_id, reference_line, created_at)
select s.merchant_id, l.line_id, l.sku, -l.quantity, -l.quantity * (l.unit_price_fen / 2), 'sold', l.order_id, l.line_no, p.created_at + interval '2 minutes'
from testing.line l
join testing.plan p on p.n = l.n and p.state in ('paid', 'shipped', 'received', 'refunded')
cross join testing.scale s
order by l.n, l.line_no;

insert into stock_movement (merchant_id, id, sku_id, delta, value_fen, reason, reference_id, created_at)
select s.merchant_id, testing.id(19, k.place), k.sku_id, 4 * s.orders, 4 * s.orders * (k.unit_price_fen / 2), 'opening', testing.id(19, k.place), s.since
from testing.sku k cross join testing.scale s;

update stock s set on_hand = m.on_hand, reserved = coalesce(h.reserved, 0), value_fen = m.value_fen
from (select merchant_id, sku_id, sum(delta) as on_hand, sum(value_fen) as value_fen from stock_movement group by 1, 2) m
left join (select merchant_id, sku_id, sum(quantity) as reserved from stock_hold where state = 'held' group by 1, 2) h
  on h.merchant_id = m.merchant_id and h.sku_id = m.sku_id
where s.merchant_id = m.merchant_id and s.sku_id = m.sku_id;
