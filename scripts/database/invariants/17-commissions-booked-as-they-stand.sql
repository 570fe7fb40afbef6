-- every ten minutes: of what was touched
-- money.md 6.5 and 6.6: what is reserved, matured and taken back in the ledger is what the commission
-- says, each exactly once, on its distributor's account.
with booked as (
  select t.merchant_id, t.reference_id as commission_id,
    coalesce(sum(t.amount_fen) filter (where t.code = 'commission_accrued'), 0) as accrued_fen,
    coalesce(sum(t.amount_fen) filter (where t.code = 'commission_settled'), 0) as settled_fen,
    coalesce(sum(t.amount_fen) filter (where t.code = 'commission_clawed_back'), 0) as clawed_back_fen,
    count(*) filter (where t.code = 'commission_settled') as settlements,
    array_agg(distinct coalesce(credit.distributor_id, debit.distributor_id)) as distributor_ids
  from ledger_transfer t
  join ledger_account debit on debit.merchant_id = t.merchant_id and debit.id = t.debit_account_id
  join ledger_account credit on credit.merchant_id = t.merchant_id and credit.id = t.credit_account_id
  where t.reference_kind = 'commission'
  group by t.merchant_id, t.reference_id
)
select coalesce(c.merchant_id, b.merchant_id) as merchant_id, coalesce(c.id, b.commission_id) as commission_id,
  c.order_id, c.state, c.commission_fen, c.clawed_back_fen, c.distributor_id,
  b.accrued_fen, b.settled_fen, b.clawed_back_fen as booked_back_fen, b.distributor_ids
from commission c
full join booked b on b.merchant_id = c.merchant_id and b.commission_id = c.id
where c.id is null
  or c.commission_fen <> coalesce(b.accrued_fen, 0)
  or c.clawed_back_fen <> coalesce(b.clawed_back_fen, 0)
  or coalesce(b.settlements, 0) > 1
  -- Settled with what was left of it then; refunds after that do not change the transfer.
  or coalesce(b.settled_fen, 0) not between
    case when c.settled_at is null then 0 else c.commission_fen - c.clawed_back_fen end
    and case when c.settled_at is null then 0 else c.commission_fen end
  or (b.commission_id is not null and b.distributor_ids <> array[c.distributor_id])
