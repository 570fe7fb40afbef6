-- money.md 6.2: a hold is resolved at most once, on the same two accounts, for at most its amount.
select r.merchant_id, h.id as hold_id, count(*) as resolutions, max(r.amount_fen) as resolved_fen,
  max(h.amount_fen) as held_fen
from ledger_transfer r
left join ledger_transfer h on h.merchant_id = r.merchant_id and h.id = r.hold_id
where r.phase in ('post', 'void')
group by r.merchant_id, h.id
having count(*) > 1
  or bool_or(h.id is null or h.phase <> 'hold' or h.debit_account_id <> r.debit_account_id
    or h.credit_account_id <> r.credit_account_id or r.amount_fen > h.amount_fen)
