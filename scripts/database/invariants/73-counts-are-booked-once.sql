-- F34: a line of a counting sheet that was posted moved the stock by its difference, a line without a
-- difference did not, and nothing else says that it was counted.
with counted as (
  select merchant_id, sku_id, reference_id, sum(delta) as delta from stock_movement
  where reason = 'counted' group by merchant_id, sku_id, reference_id
)
select coalesce(l.merchant_id, m.merchant_id) as merchant_id, coalesce(l.count_id, m.reference_id) as count_id,
  coalesce(l.sku_id, m.sku_id) as sku_id, l.expected_units, l.counted_units, m.delta
from stock_count_line l
full join counted m on m.merchant_id = l.merchant_id and m.reference_id = l.count_id and m.sku_id = l.sku_id
where coalesce(m.delta, 0) <> case when l.posted_at is null then 0 else l.counted_units - l.expected_units end
