-- Of every account: what was true at the last run, and the transfers since.
with entry as (
  select merchant_id, credit_account_id as account_id, amount_fen as balance, 0 as held
    from touched_transfer where phase in ('single', 'post')
  union all
  select merchant_id, debit_account_id, -amount_fen, 0
    from touched_transfer where phase in ('single', 'post')
  union all
  select merchant_id, debit_account_id, 0, amount_fen from touched_transfer where phase = 'hold'
  union all
  select r.merchant_id, r.debit_account_id, 0, -h.amount_fen
    from touched_transfer r
    join public.ledger_transfer h on h.merchant_id = r.merchant_id and h.id = r.hold_id
    where r.phase in ('post', 'void')
), change as (
  select merchant_id, account_id, sum(balance) as balance_fen, sum(held) as held_fen
  from entry group by merchant_id, account_id
)
select a.merchant_id, a.id as account_id, a.kind, a.balance_fen, a.held_fen, k.balance as known_fen,
  c.balance_fen as change_fen
from public.ledger_account a
left join public.invariant_balance k
  on k.merchant_id = a.merchant_id and k.kind = 'account' and k.object_id = a.id
left join change c on c.merchant_id = a.merchant_id and c.account_id = a.id
where a.balance_fen <> coalesce(k.balance, 0) + coalesce(c.balance_fen, 0)
  or a.held_fen <> coalesce(k.held, 0) + coalesce(c.held_fen, 0)
