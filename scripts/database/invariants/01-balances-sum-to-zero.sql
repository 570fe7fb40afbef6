-- money.md 6.1: what one account has, another lacks. Per merchant the balances sum to zero.
select merchant_id, sum(balance_fen) as sum_fen
from ledger_account
group by merchant_id
having sum(balance_fen) <> 0
