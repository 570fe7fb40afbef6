-- every ten minutes: of what was touched
-- money.md 6.7: no withdrawal left while its distributor owed. What was owed then is told by the times
-- of the transfers; a transaction may take its time from up to a minute before it could lock the
-- distributor, so only what had been owed for a minute is certain.
select p.merchant_id, p.id as payout_id, p.distributor_id, p.sent_at, owed.before_fen, owed.then_fen
from payout p
join public.ledger_account debt on debt.merchant_id = p.merchant_id
  and debt.distributor_id = p.distributor_id and debt.kind = 'commission_debt'
cross join lateral (
  select coalesce(sum(moved.fen) filter (where moved.created_at <= p.sent_at - interval '1 minute'), 0) as before_fen,
    coalesce(sum(moved.fen), 0) as then_fen
  from (
    select amount_fen as fen, created_at from public.ledger_transfer
    where merchant_id = debt.merchant_id and debit_account_id = debt.id and created_at <= p.sent_at
    union all
    select -amount_fen, created_at from public.ledger_transfer
    where merchant_id = debt.merchant_id and credit_account_id = debt.id and created_at <= p.sent_at
  ) moved
) owed
where p.sent_at is not null and owed.before_fen > 0 and owed.then_fen > 0
