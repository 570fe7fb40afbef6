-- money.md 6.7: at most one open withdrawal per distributor, and held is exactly what it holds.
with open as (
  select merchant_id, distributor_id, count(*) as payouts, sum(gross_fen) as fen from payout
  where state not in ('paid', 'failed', 'expired', 'cancelled', 'refused')
  group by merchant_id, distributor_id
)
select coalesce(o.merchant_id, a.merchant_id) as merchant_id,
  coalesce(o.distributor_id, a.distributor_id) as distributor_id, o.payouts, o.fen as open_fen, a.held_fen
from open o
full join (select * from ledger_account where kind = 'commission_available' and held_fen > 0) a
  on a.merchant_id = o.merchant_id and a.distributor_id = o.distributor_id
where o.payouts > 1 or o.fen is distinct from a.held_fen
