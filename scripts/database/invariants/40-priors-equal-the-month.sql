-- every ten minutes: of what was touched
-- money.md 5: what a withdrawal was taxed on top of is what the same person had asked for that month
-- before it, and had not got back by then.
select p.merchant_id, p.id as payout_id, p.tax_month, p.tax_prior_gross_fen, p.tax_prior_tax_fen,
  prior.gross_fen, prior.tax_fen
from payout p
cross join lateral (
  select coalesce(sum(q.gross_fen), 0) as gross_fen, coalesce(sum(q.tax_fen), 0) as tax_fen
  from payout q
  where q.merchant_id = p.merchant_id and q.id_number_hash = p.id_number_hash and q.tax_month = p.tax_month
    and q.requested_at < p.requested_at
    and (q.state not in ('failed', 'expired', 'cancelled', 'refused') or q.ended_at > p.requested_at)
) prior
where prior.gross_fen <> p.tax_prior_gross_fen or prior.tax_fen <> p.tax_prior_tax_fen
