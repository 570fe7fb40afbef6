-- F17: of no month more tax is handed over than was withheld from withdrawals of that month.
with withheld as (
  select merchant_id, tax_month, sum(tax_fen) as tax_fen
  from payout where state = 'paid' group by merchant_id, tax_month
)
select r.merchant_id, r.tax_month, sum(r.amount_fen) as remitted_fen, coalesce(w.tax_fen, 0) as withheld_fen
from tax_remittance r
left join withheld w on w.merchant_id = r.merchant_id and w.tax_month = r.tax_month
group by r.merchant_id, r.tax_month, w.tax_fen
having sum(r.amount_fen) > coalesce(w.tax_fen, 0)
