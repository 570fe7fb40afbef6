-- money.md 6.1: a balance is the sum of its account's transfers, a held amount that of its open holds.
with entry as (
  select merchant_id, credit_account_id as account_id, amount_fen as balance, 0 as held
    from ledger_transfer where phase in ('single', 'post')
  union all
  select merchant_id, debit_account_id, -amount_fen, 0
    from ledger_transfer where phase in ('single', 'post')
  union all
  select h.merchant_id, h.debit_account_id, 0, h.amount_fen
    from ledger_transfer h
    where h.phase = 'hold' and not exists (
      select from ledger_transfer r
      where r.merchant_id = h.merchant_id and r.hold_id = h.id and r.phase in ('post', 'void'))
), expected as (
  select merchant_id, account_id, sum(balance) as balance_fen, sum(held) as held_fen
  from entry group by merchant_id, account_id
)
select a.merchant_id, a.id as account_id, a.kind, a.balance_fen, e.balance_fen as transfers_fen,
  a.held_fen, e.held_fen as open_holds_fen
from ledger_account a
left join expected e on e.merchant_id = a.merchant_id and e.account_id = a.id
where a.balance_fen <> coalesce(e.balance_fen, 0) or a.held_fen <> coalesce(e.held_fen, 0)
