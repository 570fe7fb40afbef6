-- Of every SKU: what was true at the last run, and the movements since; open holds are few.
with held as (
  select merchant_id, sku_id, sum(quantity) as quantity from public.stock_hold where state = 'held'
  group by merchant_id, sku_id
), moved as (
  select merchant_id, sku_id, sum(delta) as delta from touched_movement group by merchant_id, sku_id
)
select s.merchant_id, s.sku_id, s.on_hand, s.reserved, h.quantity as open_holds, k.balance as known,
  m.delta as movements
from public.stock s
left join public.invariant_balance k
  on k.merchant_id = s.merchant_id and k.kind = 'sku' and k.object_id = s.sku_id
left join held h on h.merchant_id = s.merchant_id and h.sku_id = s.sku_id
left join moved m on m.merchant_id = s.merchant_id and m.sku_id = s.sku_id
where s.reserved <> coalesce(h.quantity, 0)
  or s.on_hand <> coalesce(k.balance, 0) + coalesce(m.delta, 0)
  or s.reserved < 0 or s.reserved > s.on_hand
