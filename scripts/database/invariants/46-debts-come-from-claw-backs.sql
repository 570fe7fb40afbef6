-- money.md 2: a distributor owes what was taken back of money that had been withdrawn, less what was
-- netted since; nothing else moves the account, and a netting stays with one distributor.
with moved as (
  select a.merchant_id, a.id as account_id, -t.amount_fen as balance_fen,
    t.phase = 'single' and t.code = 'commission_clawed_back_as_debt' as is_right
  from ledger_account a
  join ledger_transfer t on t.merchant_id = a.merchant_id and t.debit_account_id = a.id
  where a.kind = 'commission_debt'
  union all
  select a.merchant_id, a.id, t.amount_fen, t.phase = 'single' and t.code = 'debt_netted'
    and payer.kind = 'commission_available' and payer.distributor_id = a.distributor_id
  from ledger_account a
  join ledger_transfer t on t.merchant_id = a.merchant_id and t.credit_account_id = a.id
  join ledger_account payer on payer.merchant_id = t.merchant_id and payer.id = t.debit_account_id
  where a.kind = 'commission_debt'
)
select a.merchant_id, a.id as account_id, a.distributor_id, a.balance_fen,
  sum(m.balance_fen) as transfers_fen, bool_and(m.is_right) as is_right
from ledger_account a
left join moved m on m.merchant_id = a.merchant_id and m.account_id = a.id
where a.kind = 'commission_debt'
group by a.merchant_id, a.id, a.distributor_id, a.balance_fen
having a.balance_fen <> coalesce(sum(m.balance_fen), 0) or not coalesce(bool_and(m.is_right), true)
