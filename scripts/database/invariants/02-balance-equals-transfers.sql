-- money.md 6.1: a balance is the sum of its account's transfers, a held amount that of its open holds.
-- Summed by pair of accounts first: the transfers are read once, and the pairs are few.
with pair as (
  select merchant_id, debit_account_id, credit_account_id, phase = 'hold' as held, sum(amount_fen) as fen
  from ledger_transfer where phase <> 'void'
  group by merchant_id, debit_account_id, credit_account_id, phase = 'hold'
), entry as (
  select merchant_id, credit_account_id as account_id, fen as balance, 0 as held from pair where not held
  union all
  select merchant_id, debit_account_id, case when held then 0 else -fen end, case when held then fen else 0 end
    from pair
  union all
  select merchant_id, debit_account_id, 0, -amount_fen from ledger_transfer
    where phase = 'hold' and (merchant_id, id) in (
      select merchant_id, hold_id from ledger_transfer where phase in ('post', 'void'))
), expected as (
  select merchant_id, account_id, sum(balance) as balance_fen, sum(held) as held_fen
  from entry group by merchant_id, account_id
)
select a.merchant_id, a.id as account_id, a.kind, a.balance_fen, e.balance_fen as transfers_fen,
  a.held_fen, e.held_fen as open_holds_fen
from ledger_account a
left join expected e on e.merchant_id = a.merchant_id and e.account_id = a.id
where a.balance_fen <> coalesce(e.balance_fen, 0) or a.held_fen <> coalesce(e.held_fen, 0)
