-- money.md 6.1: no account stands below its floor; what a distributor is owed has the floor 0, and
-- what one owes is no credit.
select merchant_id, id as account_id, kind, distributor_id, balance_fen, held_fen, floor_fen
from ledger_account
where held_fen < 0
  or balance_fen - held_fen < floor_fen
  or (distributor_id is not null and kind <> 'commission_debt' and floor_fen is distinct from 0)
  or (kind = 'commission_debt' and (balance_fen > 0 or held_fen <> 0))
