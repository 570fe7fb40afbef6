insert into orders (merchant_id, id, order_no, customer_id, state, goods_fen, discount_fen, freight_fen, payable_fen, paid_fen,
  refunded_fen, receiver_name, receiver_phone, region_code, province, city, district, address_detail, idempotency_key,
  policy_version, binding_id, click_id, level1_distributor_id, level2_distributor_id, created_at, payment_due_at,
  paid_at, shipped_at, received_at, closed_at)
select s.merchant_id, p.order_id, 'B' || p.n, p.customer_id,
  (case when p.paid_at is null then 'closed' when p.whole_refund_at is not null then 'refunded' when p.received_at is not null then 'received'
    when p.shipped_at is not null then 'shipped' else 'paid' end)::order_state,
  t.goods_fen, t.discount_fen, p.freight_fen, t.lines_fen + p.freight_fen,
  case when p.paid_at is not null then t.lines_fen + p.freight_fen else 0 end,
  t.refunded_fen + case when p.whole_refund_at is not null then p.freight_fen else 0 end,
  '王小满', (13000000000 + p.p)::text, r.code, r.province, r.city, r.district, '文三路 1 号', 'b' || p.n, 1,
  p.binding_id, p.click_id, p.level1_id, p.level2_id, p.created_at, p.created_at + interval '30 minutes',
  p.paid_at, p.shipped_at, p.received_at, case when p.paid_at is null then p.created_at + interval '31 minutes' end
from testing.plan p
join testing.total t on t.n = p.n
join testing.region r on r.place = p.region
cross join testing.scale s
order by p.n;

insert into order_line (merchant_id, order_id, line_no, product_id, sku_id, product_title, option_name, unit_price_fen,
  cost_fen, goods_cost_fen, quantity, gross_fen, prorated_discount_fen, payable_fen, refunded_fen, refunded_quantity)
select s.merchant_id, l.order_id, l.line_no, l.product_id, l.sku_id, '商品 ' || l.product, l.place + 1 || ' 件装', l.price_fen,
  l.cost_fen, case when p.paid_at is not null then l.cost_fen * l.quantity end, l.quantity, l.gross_fen, l.prorated_fen,
  l.payable_fen, l.refunded_fen, l.refunded_quantity
from testing.line l join testing.plan p on p.n = l.n cross join testing.scale s
order by l.n, l.line_no;

insert into payment (merchant_id, id, order_id, app_id, mch_id, out_trade_no, payer_open_id, amount_fen, state,
  transaction_id, created_at, succeeded_at, closed_at)
select s.merchant_id, p.payment_id, p.order_id, w.app_id, w.mch_id, 'B' || p.n || '01', 'bench' || p.p, t.lines_fen + p.freight_fen,
  (case when p.paid_at is null then 'closed' else 'success' end)::payment_state,
  case when p.paid_at is not null then 'bench' || p.n end, p.created_at, p.paid_at,
  case when p.paid_at is null then p.created_at + interval '31 minutes' end
from testing.plan p join testing.total t on t.n = p.n
cross join testing.scale s join merchant_wechat w on w.merchant_id = s.merchant_id
order by p.n;

insert into refund (merchant_id, id, order_id, payment_id, mch_id, out_refund_no, refund_id, amount_fen, freight_fen, state, reason,
  created_at, sent_at, succeeded_at)
select s.merchant_id, testing.id(38, p.n), p.order_id, p.payment_id, w.mch_id, 'RB' || p.n, 'bench' || p.n,
  t.refunded_fen + freight.fen, freight.fen, 'success', '七天无理由', at - interval '1 hour', at - interval '1 hour', at
from testing.plan p join testing.total t on t.n = p.n
cross join lateral (select case when p.whole_refund_at is not null then p.freight_fen else 0 end as fen,
  coalesce(p.whole_refund_at, p.part_refund_at) as at) freight
cross join testing.scale s join merchant_wechat w on w.merchant_id = s.merchant_id
where freight.at is not null
order by p.n;
insert into refund_line (merchant_id, refund_id, order_id, line_no, quantity, amount_fen, restock_quantity)
select s.merchant_id, testing.id(38, l.n), l.order_id, l.line_no, l.refunded_quantity, l.refunded_fen, l.restock_quantity
from testing.line l cross join testing.scale s
where l.refunded_fen > 0 order by l.n;

insert into order_commission_term (merchant_id, order_id, line_no, level, distributor_id, rule_id, rule_version,
  quantity, base_fen, rate_bps, cap_fen, commission_fen)
select s.merchant_id, c.order_id, c.line_no, c.level, c.distributor_id, c.rule_id, 1, c.quantity, c.base_fen, c.rate_bps,
  c.cap_fen, c.commission_fen
from testing.promise c cross join testing.scale s
order by c.n, c.line_no, c.level;
insert into commission (merchant_id, id, order_id, line_no, level, distributor_id, rule_id, rule_version, quantity,
  base_fen, rate_bps, cap_fen, commission_fen, clawed_back_fen, state, accrued_at, available_at, settled_at)
select s.merchant_id, c.commission_id, c.order_id, c.line_no, c.level, c.distributor_id, c.rule_id, 1, c.quantity, c.base_fen,
  c.rate_bps, c.cap_fen, c.commission_fen, c.back_fen,
  (case when reversed then 'reversed' when settled then 'settled' else 'pending' end)::commission_state, c.paid_at,
  c.available_at, case when settled and not reversed then c.available_at + interval '10 minutes' end
from testing.promise c cross join testing.scale s
cross join lateral (select c.refund_at is not null and c.back_fen = c.commission_fen as reversed,
  c.available_at + interval '10 minutes' < s.until_at as settled) x
where c.paid_at is not null
order by c.n, c.line_no, c.level;
