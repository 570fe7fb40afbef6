-- money.md 6.8: reserved = sum of open holds, 0 <= reserved <= on hand, on hand = sum of movements.
with held as (
  select merchant_id, sku_id, sum(quantity) as quantity from stock_hold where state = 'held'
  group by merchant_id, sku_id
), moved as (
  select merchant_id, sku_id, sum(delta) as delta from stock_movement group by merchant_id, sku_id
)
select s.merchant_id, s.sku_id, s.on_hand, s.reserved, h.quantity as open_holds, m.delta as movements
from stock s
left join held h on h.merchant_id = s.merchant_id and h.sku_id = s.sku_id
left join moved m on m.merchant_id = s.merchant_id and m.sku_id = s.sku_id
where s.reserved <> coalesce(h.quantity, 0)
  or s.on_hand <> coalesce(m.delta, 0)
  or s.reserved < 0 or s.reserved > s.on_hand
