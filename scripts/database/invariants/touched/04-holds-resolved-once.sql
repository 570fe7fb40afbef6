-- Of the holds that something new resolves.
with hold as (
  select distinct merchant_id, hold_id from touched_transfer where phase in ('post', 'void')
)
select w.merchant_id, w.hold_id, count(*) as resolutions, max(r.amount_fen) as resolved_fen,
  max(h.amount_fen) as held_fen
from hold w
join public.ledger_transfer r
  on r.merchant_id = w.merchant_id and r.hold_id = w.hold_id and r.phase in ('post', 'void')
left join public.ledger_transfer h on h.merchant_id = w.merchant_id and h.id = w.hold_id
group by w.merchant_id, w.hold_id
having count(*) > 1
  or bool_or(h.id is null or h.phase <> 'hold' or h.debit_account_id <> r.debit_account_id
    or h.credit_account_id <> r.credit_account_id or r.amount_fen > h.amount_fen)
