-- money.md 5: what is above the limit of its policy was approved in a run that one person proposed and
-- another one decided, not after it left; a run's figures and people are complete.
select p.merchant_id, p.id as payout_id, p.state, p.gross_fen, m.payout_approval_limit_fen as limit_fen,
  r.id as run_id, r.state as run_state, r.proposed_by, r.decided_by
from payout p
left join public.merchant_policy m on m.merchant_id = p.merchant_id and m.version = p.policy_version
left join public.payout_run r on r.merchant_id = p.merchant_id and r.id = p.run_id
where m.version is null
  or (p.gross_fen > m.payout_approval_limit_fen and p.approved_at is not null
    and (r.state is distinct from 'approved' or r.decided_by is null or r.decided_by = r.proposed_by
      or r.decided_at is distinct from p.approved_at))
  or (p.sent_at is not null and (p.approved_at is null or p.sent_at < p.approved_at))
