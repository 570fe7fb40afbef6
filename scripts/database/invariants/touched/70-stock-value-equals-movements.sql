-- Of every SKU: what it was worth at the last run, and the movements since.
with moved as (
  select merchant_id, sku_id, sum(value_fen) as value_fen from touched_movement group by merchant_id, sku_id
)
select s.merchant_id, s.sku_id, s.on_hand, s.value_fen, k.held as known_fen, m.value_fen as movements_fen
from public.stock s
left join public.invariant_balance k
  on k.merchant_id = s.merchant_id and k.kind = 'sku' and k.object_id = s.sku_id
left join moved m on m.merchant_id = s.merchant_id and m.sku_id = s.sku_id
where s.value_fen <> coalesce(k.held, 0) + coalesce(m.value_fen, 0) or s.value_fen < 0
  or (s.on_hand = 0 and s.value_fen <> 0)
