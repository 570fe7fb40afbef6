insert into orders (merchant_id, id, order_no, customer_id, state, goods_fen, payable_fen, paid_fen, refunded_fen,
  receiver_name, receiver_phone, region_code, province, city, district, address_detail, idempotency_key,
  policy_version, binding_id, click_id, level1_distributor_id, level2_distributor_id, created_at, payment_due_at,
  paid_at, shipped_at, received_at, closed_at)
select p.merchant_id, p.order_id, 'B' || p.n, p.customer_id, p.state::order_state, l.fen, l.fen,
  case when paid then l.fen else 0 end, l.refunded, '王小满', '13800138000', '330106', '浙江省', '杭州市', '西湖区',
  '文三路 1 号', 'b' || p.n, 1,
  case when shared then testing.id(6, p.n % customers) end, case when shared then testing.id(5, 2 * (p.n % customers)) end,
  case when shared then testing.id(2, pairs + p.pair) end, case when shared then testing.id(2, p.pair) end,
  p.created_at, p.created_at + interval '30 minutes',
  case when paid then p.created_at + interval '2 minutes' end,
  case when p.state in ('shipped', 'received') then p.created_at + interval '1 day' end,
  case when p.state = 'received' then p.created_at + interval '4 days' end,
  case when p.state = 'closed' then p.created_at + interval '31 minutes' end
from testing.plan p
join (select order_id, sum(payable_fen) as fen, sum(refunded_fen) as refunded from testing.line group by order_id) l
  on l.order_id = p.order_id
cross join testing.scale
cross join lateral (select p.state in ('paid', 'shipped', 'received', 'refunded') as paid) x
order by p.n;

insert into order_line (merchant_id, order_id, line_no, product_id, sku_id, product_title, option_name, unit_price_fen,
  cost_fen, goods_cost_fen, quantity, gross_fen, payable_fen, refunded_fen, refunded_quantity)
select s.merchant_id, l.order_id, l.line_no, k.product_id, l.sku, '粽子', '1 号装', l.unit_price_fen,
  l.unit_price_fen / 2, case when p.state in ('paid', 'shipped', 'received', 'refunded') then l.quantity * (l.unit_price_fen / 2) end,
  l.quantity, l.payable_fen, l.payable_fen, l.refunded_fen, l.refunded_fen / l.unit_price_fen
from testing.line l
join testing.plan p on p.n = l.n
join testing.sku k on k.sku_id = l.sku
cross join testing.scale s
order by l.n, l.line_no;

insert into payment (merchant_id, id, order_id, app_id, mch_id, out_trade_no, payer_open_id, amount_fen, state,
  transaction_id, created_at, succeeded_at, closed_at)
select p.merchant_id, p.payment_id, p.order_id, w.app_id, w.mch_id, o.order_no || '01', 'payer', o.payable_fen,
  (case when o.paid_fen > 0 then 'success' when p.state = 'closed' then 'closed' else 'created' end)::payment_state,
  case when o.paid_fen > 0 then 'bench' || p.n end, p.created_at, o.paid_at, o.closed_at
from testing.plan p
join orders o on o.merchant_id = p.merchant_id and o.id = p.order_id
join merchant_wechat w on w.merchant_id = p.merchant_id
order by p.n;

insert into order_commission_term (merchant_id, order_id, line_no, level, distributor_id, rule_id, rule_version,
  quantity, base_fen, rate_bps, cap_fen, commission_fen)
select s.merchant_id, c.order_id, c.line_no, c.level, c.distributor_id, r.id, 1, c.quantity, c.base_fen, c.rate_bps,
  c.cap_fen, c.commission_fen
from testing.share c cross join testing.scale s
join commission_rule r on r.merchant_id = s.merchant_id and r.scope = 'merchant' and r.level = c.level
order by c.order_id, c.line_no, c.level;

insert into commission (merchant_id, id, order_id, line_no, level, distributor_id, rule_id, rule_version, quantity,
  base_fen, rate_bps, cap_fen, commission_fen, clawed_back_fen, state, accrued_at, available_at, settled_at)
select s.merchant_id, c.commission_id, c.order_id, c.line_no, c.level, c.distributor_id, r.id, 1, c.quantity, c.base_fen,
  c.rate_bps, c.cap_fen, c.commission_fen,
  c.commission_fen - c.commission_fen * (c.base_fen - c.refunded_fen) / c.base_fen,
  (case when c.state = 'refunded' then 'reversed' when settled then 'settled' else 'pending' end)::commission_state,
  c.created_at + interval '2 minutes',
  case when c.state = 'received' then c.created_at + interval '11 days' end,
  case when settled then c.created_at + interval '11 days 1 minute' end
from testing.share c cross join testing.scale s
cross join lateral (select c.state = 'received' and c.matured as settled) x
join commission_rule r on r.merchant_id = s.merchant_id and r.scope = 'merchant' and r.level = c.level
where c.state in ('paid', 'shipped', 'received', 'refunded')
order by c.order_id, c.line_no, c.level;

insert into refund (merchant_id, id, order_id, payment_id, mch_id, out_refund_no, refund_id, amount_fen, state, reason,
  created_at, sent_at, succeeded_at)
select p.merchant_id, testing.id(18, p.n), p.order_id, p.payment_id, w.mch_id, 'RB' || p.n, 'bench' || p.n, o.refunded_fen,
  'success', '七天无理由', o.paid_at + interval '12 hours', o.paid_at + interval '12 hours', o.paid_at + interval '13 hours'
from testing.plan p
join orders o on o.merchant_id = p.merchant_id and o.id = p.order_id and o.refunded_fen > 0
join merchant_wechat w on w.merchant_id = p.merchant_id
order by p.n;

insert into refund_line (merchant_id, refund_id, order_id, line_no, quantity, amount_fen)
select s.merchant_id, testing.id(18, l.n), l.order_id, l.line_no, l.refunded_fen / l.unit_price_fen, l.refunded_fen
from testing.line l cross join testing.scale s
where l.refunded_fen > 0
order by l.n;
