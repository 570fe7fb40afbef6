-- Of every counting sheet, and of the movements since the last run.
select l.merchant_id, l.count_id, l.sku_id, l.expected_units, l.counted_units, m.delta
from public.stock_count_line l
left join public.stock_movement m on m.merchant_id = l.merchant_id and m.sku_id = l.sku_id and m.reason = 'counted'
  and m.reference_id = l.count_id and m.reference_line = 0
where coalesce(m.delta, 0) <> case when l.posted_at is null then 0 else l.counted_units - l.expected_units end
union all
select m.merchant_id, m.reference_id, m.sku_id, null, null, m.delta
from touched_movement m
left join public.stock_count_line l on l.merchant_id = m.merchant_id and l.count_id = m.reference_id
  and l.sku_id = m.sku_id and l.posted_at is not null
where m.reason = 'counted' and (l.count_id is null or m.reference_line <> 0)
