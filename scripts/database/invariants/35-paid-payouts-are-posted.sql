-- every ten minutes: of what was touched
-- money.md 6.7: paid ⇔ its hold is posted whole, its tax withheld, and by bank the rest gone; what two people
-- read under a former merchant number is gone by bank too, for no bill of that number comes here.
with booked as (
  select p.merchant_id, p.id, t.code, sum(t.amount_fen) as fen, count(*) as transfers
  from payout p
  join ledger_transfer t on t.merchant_id = p.merchant_id and t.reference_kind = 'payout' and t.reference_id = p.id
    and t.code in ('payout_paid', 'payout_tax_withheld', 'payout_left_by_bank')
  group by p.merchant_id, p.id, t.code
), wanted as (
  select merchant_id, id, code, fen from payout
  cross join lateral (values ('payout_paid', gross_fen), ('payout_tax_withheld', tax_fen),
    ('payout_left_by_bank', case when channel = 'bank' or confirmed_by is not null then net_fen else 0 end)) as part(code, fen)
  where state = 'paid' and fen > 0
)
select coalesce(w.merchant_id, b.merchant_id) as merchant_id, coalesce(w.id, b.id) as payout_id,
  coalesce(w.code, b.code) as code, w.fen as wanted_fen, b.fen as booked_fen, b.transfers
from wanted w
full join booked b on b.merchant_id = w.merchant_id and b.id = w.id and b.code = w.code
where w.fen is distinct from b.fen or b.transfers <> 1
