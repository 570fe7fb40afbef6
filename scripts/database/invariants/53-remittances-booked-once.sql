-- F17: tax that was handed over stands in the ledger once with its amount, from what is withheld to
-- the bank; and nothing stands there that nobody wrote down.
with booked as (
  select t.merchant_id, t.reference_id, count(*) as transfers, sum(t.amount_fen) as amount_fen,
    bool_and(d.kind = 'tax_withheld' and c.kind = 'bank_clearing') as is_right
  from ledger_transfer t
  join ledger_account d on d.merchant_id = t.merchant_id and d.id = t.debit_account_id
  join ledger_account c on c.merchant_id = t.merchant_id and c.id = t.credit_account_id
  where t.reference_kind = 'tax_remittance'
  group by t.merchant_id, t.reference_id
)
select coalesce(r.merchant_id, b.merchant_id) as merchant_id, coalesce(r.id, b.reference_id) as remittance_id,
  r.tax_month, r.amount_fen, b.transfers, b.amount_fen as booked_fen
from tax_remittance r
full join booked b on b.merchant_id = r.merchant_id and b.reference_id = r.id
where r.id is null or b.transfers is distinct from 1 or b.amount_fen <> r.amount_fen or not b.is_right
