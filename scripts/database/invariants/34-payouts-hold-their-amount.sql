-- every ten minutes: of what was touched
-- money.md 6.7: every withdrawal has one hold of its whole amount, from its distributor's available
-- balance, and no transfer speaks of a withdrawal that does not exist.
select coalesce(p.merchant_id, t.merchant_id) as merchant_id, coalesce(p.id, t.reference_id) as payout_id,
  p.state, p.gross_fen, count(t.id) filter (where t.phase = 'hold') as holds
from payout p
full join (select * from ledger_transfer where reference_kind = 'payout' and code <> 'debt_netted') t
  on t.merchant_id = p.merchant_id and t.reference_id = p.id
left join ledger_account debit on debit.merchant_id = t.merchant_id and debit.id = t.debit_account_id
left join ledger_account credit on credit.merchant_id = t.merchant_id and credit.id = t.credit_account_id
group by coalesce(p.merchant_id, t.merchant_id), coalesce(p.id, t.reference_id), p.id, p.state, p.gross_fen
having p.id is null or count(t.id) filter (where t.phase = 'hold') <> 1
  or bool_or(t.phase = 'hold' and (t.code <> 'payout_held' or t.amount_fen <> p.gross_fen
    or t.event_key <> 'payout:' || p.id || ':hold'
    or debit.kind <> 'commission_available' or credit.kind <> 'payout_clearing'
    or debit.distributor_id <> (select q.distributor_id from public.payout q
      where q.merchant_id = coalesce(p.merchant_id, t.merchant_id) and q.id = p.id)))
