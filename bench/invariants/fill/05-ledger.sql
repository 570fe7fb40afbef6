-- testing.account holds the ids that the product would compute (by kind, pair or shard).
insert into ledger_account (merchant_id, id, kind, distributor_id, shard, floor_fen, created_at)
select s.merchant_id, a.id, a.kind, a.distributor_id, a.shard, a.floor_fen, s.since
from testing.account a cross join testing.scale s
on conflict do nothing;

create unlogged table testing.booking as
select p.merchant_id, testing.id(32, p.n) as id, 'payment:' || p.payment_id as event_key, clearing.id as debit_id,
  sales.id as credit_id, o.payable_fen as amount_fen, null::uuid as reverses_id, 'order_paid' as code,
  'payment' as reference_kind, p.payment_id as reference_id, o.paid_at as at
from testing.plan p
join orders o on o.merchant_id = p.merchant_id and o.id = p.order_id and o.paid_fen > 0
join testing.account clearing on clearing.kind = 'wechat_clearing' and clearing.shard = p.shard
join testing.account sales on sales.kind = 'merchant_sales' and sales.shard = p.shard
union all
select p.merchant_id, testing.id(33, p.n), 'refund:' || r.id, sales.id, clearing.id, r.amount_fen, testing.id(32, p.n),
  'order_refunded', 'refund', r.id, r.succeeded_at
from refund r
join testing.plan p on p.order_id = r.order_id
join testing.account clearing on clearing.kind = 'wechat_clearing' and clearing.shard = p.shard
join testing.account sales on sales.kind = 'merchant_sales' and sales.shard = p.shard
union all
select c.merchant_id, testing.id(33 + c.level, p.n * 4 + c.line_no), 'commission:' || c.id || ':accrue', sales.id,
  pending.id, c.commission_fen, null, 'commission_accrued', 'commission', c.id, c.accrued_at
from commission c
join testing.plan p on p.order_id = c.order_id
join testing.account sales on sales.kind = 'merchant_sales' and sales.shard = p.shard
join testing.account pending on pending.kind = 'commission_pending' and pending.distributor_id = c.distributor_id
where c.commission_fen > 0
union all
select c.merchant_id, testing.id(35 + c.level, p.n * 4 + c.line_no),
  'commission:' || c.id || ':claw-back:' || testing.id(18, p.n), pending.id, sales.id, c.clawed_back_fen,
  testing.id(33 + c.level, p.n * 4 + c.line_no), 'commission_clawed_back', 'commission', c.id, c.accrued_at + interval '13 hours'
from commission c
join testing.plan p on p.order_id = c.order_id
join testing.account sales on sales.kind = 'merchant_sales' and sales.shard = p.shard
join testing.account pending on pending.kind = 'commission_pending' and pending.distributor_id = c.distributor_id
where c.clawed_back_fen > 0
union all
select c.merchant_id, testing.id(37 + c.level, p.n * 4 + c.line_no), 'commission:' || c.id || ':settle', pending.id,
  available.id, c.commission_fen - c.clawed_back_fen, null, 'commission_settled', 'commission', c.id, c.settled_at
from commission c
join testing.plan p on p.order_id = c.order_id
join testing.account pending on pending.kind = 'commission_pending' and pending.distributor_id = c.distributor_id
join testing.account available on available.kind = 'commission_available' and available.distributor_id = c.distributor_id
where c.settled_at is not null and c.commission_fen > c.clawed_back_fen;

insert into ledger_transfer (merchant_id, id, event_key, debit_account_id, credit_account_id, amount_fen, reverses_id,
  code, reference_kind, reference_id, event_at, created_at)
select merchant_id, id, event_key, debit_id, credit_id, amount_fen, reverses_id, code, reference_kind, reference_id, at, at
from testing.booking
order by at;
analyze ledger_transfer;
