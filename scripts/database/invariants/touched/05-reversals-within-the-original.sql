-- Of the transfers that something new takes back.
with original as (
  select distinct merchant_id, reverses_id from touched_transfer where reverses_id is not null
)
select o.merchant_id, o.reverses_id, sum(r.amount_fen) as reversed_fen, max(t.amount_fen) as original_fen
from original o
join public.ledger_transfer r on r.merchant_id = o.merchant_id and r.reverses_id = o.reverses_id
left join public.ledger_transfer t on t.merchant_id = o.merchant_id and t.id = o.reverses_id
group by o.merchant_id, o.reverses_id
having count(t.id) = 0 or sum(r.amount_fen) > max(t.amount_fen)
