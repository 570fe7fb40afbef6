-- F34: what lies on the shelf is worth what came less what went, to the fen, and nothing is worth nothing.
with moved as (
  select merchant_id, sku_id, sum(value_fen) as value_fen from stock_movement group by merchant_id, sku_id
)
select s.merchant_id, s.sku_id, s.on_hand, s.value_fen, m.value_fen as movements_fen
from stock s
left join moved m on m.merchant_id = s.merchant_id and m.sku_id = s.sku_id
where s.value_fen <> coalesce(m.value_fen, 0) or s.value_fen < 0 or (s.on_hand = 0 and s.value_fen <> 0)
