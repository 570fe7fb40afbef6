-- every ten minutes: of what was touched
-- money.md 6.5 and 6.6: what is reserved, matured and taken back in the ledger is what the commission
-- says, each exactly once, on its distributor's accounts: before it settled out of the reserve, after
-- it out of what is available or as a debt.
with booked as (
  select t.merchant_id, t.reference_id as commission_id,
    coalesce(sum(t.amount_fen) filter (where t.code = 'commission_accrued'), 0) as accrued_fen,
    coalesce(sum(t.amount_fen) filter (where t.code = 'commission_settled'), 0) as settled_fen,
    coalesce(sum(t.amount_fen) filter (where t.code = 'commission_clawed_back'), 0)
      + coalesce(sum(t.amount_fen) filter (where t.code = 'commission_clawed_back_as_debt'), 0)
      as clawed_back_fen,
    coalesce(sum(t.amount_fen) filter (
      where t.code = 'commission_clawed_back' and debit.kind = 'commission_pending'), 0) as unreserved_fen,
    count(*) filter (where t.code = 'commission_settled') as settlements,
    -- Each reason moves money between the accounts that it is about, and no others.
    bool_or(concat(debit.kind, ' to ', credit.kind) is distinct from case t.code
      when 'commission_accrued' then 'merchant_sales to commission_pending'
      when 'commission_settled' then 'commission_pending to commission_available'
      when 'commission_clawed_back_as_debt' then 'commission_debt to merchant_sales'
      when 'debt_netted' then 'commission_available to commission_debt'
      when 'commission_clawed_back' then case debit.kind
        when 'commission_available' then 'commission_available to merchant_sales'
        else 'commission_pending to merchant_sales' end end) as astray,
    bool_or(coalesce(credit.distributor_id, debit.distributor_id) is distinct from own.distributor_id)
      as elsewhere
  from ledger_transfer t
  left join commission own on own.merchant_id = t.merchant_id and own.id = t.reference_id
  join ledger_account debit on debit.merchant_id = t.merchant_id and debit.id = t.debit_account_id
  join ledger_account credit on credit.merchant_id = t.merchant_id and credit.id = t.credit_account_id
  where t.reference_kind = 'commission'
  group by t.merchant_id, t.reference_id
)
select coalesce(c.merchant_id, b.merchant_id) as merchant_id, coalesce(c.id, b.commission_id) as commission_id,
  c.order_id, c.state, c.commission_fen, c.clawed_back_fen, c.distributor_id,
  b.accrued_fen, b.settled_fen, b.clawed_back_fen as booked_back_fen, b.unreserved_fen, b.astray, b.elsewhere
from commission c
full join booked b on b.merchant_id = c.merchant_id and b.commission_id = c.id
where c.id is null
  or c.commission_fen <> coalesce(b.accrued_fen, 0)
  or c.clawed_back_fen <> coalesce(b.clawed_back_fen, 0)
  or coalesce(b.settlements, 0) > 1
  -- Settled with what was left of it then; what is taken back later does not come out of the reserve.
  or coalesce(b.settled_fen, 0) <> case when c.settled_at is null then 0
    else c.commission_fen - b.unreserved_fen end
  or (c.settled_at is null and c.clawed_back_fen <> coalesce(b.unreserved_fen, 0))
  or b.astray or b.elsewhere
