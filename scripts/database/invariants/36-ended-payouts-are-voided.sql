-- every ten minutes: of what was touched
-- money.md 6.7: failed, expired, cancelled or refused ⇔ its hold is void, once; and what has ended has a time.
select p.merchant_id, p.id as payout_id, p.state, p.ended_at, count(t.id) as voids
from payout p
left join ledger_transfer t on t.merchant_id = p.merchant_id and t.reference_kind = 'payout'
  and t.reference_id = p.id and t.code = 'payout_voided' and t.phase = 'void'
group by p.merchant_id, p.id, p.state, p.ended_at, p.paid_at
having count(t.id) <> case when p.state in ('failed', 'expired', 'cancelled', 'refused') then 1 else 0 end
  or (p.state in ('paid', 'failed', 'expired', 'cancelled', 'refused')) <> (p.ended_at is not null)
  or (p.state = 'paid') <> (p.paid_at is not null)
