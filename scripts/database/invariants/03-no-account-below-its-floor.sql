-- money.md 6.1: no account stands below its floor; what belongs to a distributor has the floor 0.
select merchant_id, id as account_id, kind, distributor_id, balance_fen, held_fen, floor_fen
from ledger_account
where held_fen < 0
  or balance_fen - held_fen < floor_fen
  or (distributor_id is not null and floor_fen is distinct from 0)
