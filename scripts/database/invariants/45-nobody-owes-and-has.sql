-- money.md 2: a debt is netted from whatever is free: nobody has free money to withdraw and owes at
-- the same time, and nobody owes less than nothing.
select debt.merchant_id, debt.distributor_id, debt.balance_fen as debt_fen,
  available.balance_fen - available.held_fen as free_fen
from ledger_account debt
left join ledger_account available on available.merchant_id = debt.merchant_id
  and available.distributor_id = debt.distributor_id and available.kind = 'commission_available'
where debt.kind = 'commission_debt'
  and (debt.balance_fen > 0 or (debt.balance_fen < 0 and available.balance_fen > available.held_fen))
