update ledger_account a set balance_fen = e.balance
from (
  select merchant_id, account_id, sum(balance) as balance from (
    select merchant_id, credit_account_id as account_id, amount_fen as balance from ledger_transfer
      where phase in ('single', 'post')
    union all
    select merchant_id, debit_account_id, -amount_fen from ledger_transfer where phase in ('single', 'post')
  ) entry group by merchant_id, account_id
) e
where e.merchant_id = a.merchant_id and e.account_id = a.id;
