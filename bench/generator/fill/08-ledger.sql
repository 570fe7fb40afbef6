-- testing.account holds the ids that the product would compute.
insert into ledger_account (merchant_id, id, kind, distributor_id, shard, floor_fen, created_at)
select s.merchant_id, a.id, a.kind, a.distributor_id, a.shard, a.floor_fen, s.since
from testing.account a cross join testing.scale s
on conflict do nothing;

create unlogged table testing.booking as
with clearing as (select * from testing.account where kind = 'wechat_clearing'),
  sales as (select * from testing.account where kind = 'merchant_sales'),
  pending as (select * from testing.account where kind = 'commission_pending'),
  available as (select * from testing.account where kind = 'commission_available')
select testing.id(48, p.n) as id, 'payment:' || p.payment_id as event_key, clearing.id as debit_id,
  sales.id as credit_id, t.lines_fen + p.freight_fen as amount_fen, null::uuid as reverses_id, 'order_paid' as code,
  'payment' as reference_kind, p.payment_id as reference_id, p.paid_at as at
from testing.plan p join testing.total t on t.n = p.n
join clearing on clearing.shard = p.shard join sales on sales.shard = p.shard
where p.paid_at is not null
union all
select testing.id(49, p.n), 'refund:' || r.id, sales.id, clearing.id, r.amount_fen, testing.id(48, p.n),
  'order_refunded', 'refund', r.id, r.succeeded_at
from testing.plan p join refund r on r.merchant_id = (select merchant_id from testing.scale) and r.id = testing.id(38, p.n)
join clearing on clearing.shard = p.shard join sales on sales.shard = p.shard
where coalesce(p.whole_refund_at, p.part_refund_at) is not null
union all
select testing.id(49 + c.level, c.n * 4 + c.line_no), 'commission:' || c.commission_id || ':accrue', sales.id,
  pending.id, c.commission_fen, null, 'commission_accrued', 'commission', c.commission_id, c.paid_at
from testing.promise c
join sales on sales.shard = c.shard join pending on pending.distributor_id = c.distributor_id
where c.paid_at is not null and c.commission_fen > 0
union all
select testing.id(51 + c.level, c.n * 4 + c.line_no),
  'commission:' || c.commission_id || ':claw-back:' || testing.id(38, c.n), pending.id, sales.id, c.back_fen,
  testing.id(49 + c.level, c.n * 4 + c.line_no), 'commission_clawed_back', 'commission', c.commission_id, c.refund_at
from testing.promise c
join sales on sales.shard = c.shard join pending on pending.distributor_id = c.distributor_id
where c.refund_at is not null and c.back_fen > 0
union all
select testing.id(53 + c.level, c.n * 4 + c.line_no), 'commission:' || c.commission_id || ':settle', pending.id,
  available.id, c.commission_fen - c.back_fen, null, 'commission_settled', 'commission', c.commission_id,
  c.available_at + interval '10 minutes'
from testing.promise c cross join testing.scale s
join pending on pending.distributor_id = c.distributor_id
join available on available.distributor_id = c.distributor_id
where c.available_at + interval '10 minutes' < s.until_at and c.commission_fen > c.back_fen;

insert into ledger_transfer (merchant_id, id, event_key, debit_account_id, credit_account_id, amount_fen, reverses_id,
  code, reference_kind, reference_id, event_at, created_at)
select s.merchant_id, b.id, event_key, debit_id, credit_id, amount_fen, reverses_id, code, reference_kind, reference_id, at, at
from testing.booking b cross join testing.scale s
order by at;
