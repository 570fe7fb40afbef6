-- every ten minutes: of what was touched
-- money.md 6.5 and 6.6: what is reserved, matured and taken back in the ledger is what the commission
-- says, each exactly once, on its distributor's accounts: before it settled out of the reserve, after
-- it out of what is available or as a debt. Whatever was booked on somebody else's account is a row of its own.
with moved as (
  select t.merchant_id, t.reference_id as commission_id, t.amount_fen,
    coalesce(credit.distributor_id, debit.distributor_id) as distributor_id,
    -- Each reason moves money between the accounts that it is about, and no others: 0 is astray. A number,
    -- because over millions of rows it is looked at six times.
    case t.code
      when 'commission_accrued' then case
        when debit.kind = 'merchant_sales' and credit.kind = 'commission_pending' then 1 else 0 end
      when 'commission_settled' then case
        when debit.kind = 'commission_pending' and credit.kind = 'commission_available' then 2 else 0 end
      when 'commission_clawed_back' then case when credit.kind <> 'merchant_sales' then 0
        when debit.kind = 'commission_available' then 3 when debit.kind = 'commission_pending' then 4 else 0 end
      when 'commission_clawed_back_as_debt' then case
        when debit.kind = 'commission_debt' and credit.kind = 'merchant_sales' then 5 else 0 end
      when 'debt_netted' then case
        when debit.kind = 'commission_available' and credit.kind = 'commission_debt' then 6 else 0 end
      else 0 end as step
  from ledger_transfer t
  join ledger_account debit on debit.merchant_id = t.merchant_id and debit.id = t.debit_account_id
  join ledger_account credit on credit.merchant_id = t.merchant_id and credit.id = t.credit_account_id
  where t.reference_kind = 'commission'
  offset 0
), booked as (
  select merchant_id, commission_id, distributor_id,
    sum_fen(amount_fen) filter (where step = 1) as accrued_fen,
    sum_fen(amount_fen) filter (where step = 2) as settled_fen,
    sum_fen(amount_fen) filter (where step between 3 and 5) as clawed_back_fen,
    sum_fen(amount_fen) filter (where step = 4) as unreserved_fen,
    count(*) filter (where step = 2) as settlements, bool_or(step = 0) as astray
  from moved group by merchant_id, commission_id, distributor_id
)
select coalesce(c.merchant_id, b.merchant_id) as merchant_id, coalesce(c.id, b.commission_id) as commission_id,
  c.order_id, c.state, c.commission_fen, c.clawed_back_fen, c.distributor_id,
  b.accrued_fen, b.settled_fen, b.clawed_back_fen as booked_back_fen, b.unreserved_fen, b.astray,
  b.distributor_id as booked_for
from commission c
full join booked b on b.merchant_id = c.merchant_id and b.commission_id = c.id
where c.id is null
  or c.commission_fen <> coalesce(b.accrued_fen, 0)
  or c.clawed_back_fen <> coalesce(b.clawed_back_fen, 0)
  or b.settlements > 1
  -- Settled with what was left of it then; what is taken back later does not come out of the reserve.
  or coalesce(b.settled_fen, 0) <> case when c.settled_at is null then 0
    else c.commission_fen - coalesce(b.unreserved_fen, 0) end
  or (c.settled_at is null and c.clawed_back_fen <> coalesce(b.unreserved_fen, 0))
  or b.astray or (b.commission_id is not null and b.distributor_id is distinct from c.distributor_id)
