-- F17: what the ledger owes the tax office is what was withheld from paid withdrawals, less what was
-- handed over.
with owed as (
  select merchant_id, sum(balance_fen) as fen from ledger_account
  where kind = 'tax_withheld' group by merchant_id
),
withheld as (
  select merchant_id, sum(tax_fen) as fen from payout where state = 'paid' group by merchant_id
),
remitted as (
  select merchant_id, sum(amount_fen) as fen from tax_remittance group by merchant_id
)
select merchant_id, o.fen as owed_fen, w.fen as withheld_fen, r.fen as remitted_fen
from owed o full join withheld w using (merchant_id) full join remitted r using (merchant_id)
where coalesce(o.fen, 0) <> coalesce(w.fen, 0) - coalesce(r.fen, 0)
