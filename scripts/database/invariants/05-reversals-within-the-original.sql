-- money.md 6.2: what is taken back of a transfer is at most the transfer, and points at one that exists.
select r.merchant_id, r.reverses_id, sum(r.amount_fen) as reversed_fen, max(t.amount_fen) as original_fen
from ledger_transfer r
left join ledger_transfer t on t.merchant_id = r.merchant_id and t.id = r.reverses_id
where r.reverses_id is not null
group by r.merchant_id, r.reverses_id
having count(t.id) = 0 or sum(r.amount_fen) > max(t.amount_fen)
