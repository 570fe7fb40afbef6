-- Of every purchase order, and of the movements since the last run.
select l.merchant_id, l.purchase_order_id, l.line_no, l.received_units, r.units as taken_in, null as movement_id
from purchase_line l
left join (
  select merchant_id, purchase_order_id, line_no, sum(units) as units from receipt_line
  group by merchant_id, purchase_order_id, line_no
) r on r.merchant_id = l.merchant_id and r.purchase_order_id = l.purchase_order_id and r.line_no = l.line_no
where l.received_units <> coalesce(r.units, 0) or l.received_units not between 0 and l.units
union all
select r.merchant_id, r.purchase_order_id, r.line_no, l.received_units, r.units, m.id
from receipt_line r
join goods_receipt g on g.merchant_id = r.merchant_id and g.id = r.receipt_id
join purchase_line l on l.merchant_id = r.merchant_id and l.purchase_order_id = r.purchase_order_id
  and l.line_no = r.line_no
left join public.stock_movement m on m.merchant_id = r.merchant_id and m.sku_id = l.sku_id and m.reason = 'received'
  and m.reference_id = r.receipt_id and m.reference_line = r.line_no
where m.delta is distinct from r.units or m.value_fen is distinct from r.cost_fen
  or r.cost_fen <> r.units * l.unit_cost_fen or g.purchase_order_id <> r.purchase_order_id
union all
select m.merchant_id, null, m.reference_line, null, null, m.id
from touched_movement m
left join receipt_line r on r.merchant_id = m.merchant_id and r.receipt_id = m.reference_id
  and r.line_no = m.reference_line
where m.reason = 'received' and r.receipt_id is null
union all
select o.merchant_id, o.id, null, l.received, l.units, null
from purchase_order o
left join (
  select merchant_id, purchase_order_id, sum(units) as units, sum(received_units) as received
  from purchase_line group by merchant_id, purchase_order_id
) l on l.merchant_id = o.merchant_id and l.purchase_order_id = o.id
where case o.state
  when 'received' then l.received is distinct from l.units
  when 'partly_received' then not (l.received > 0 and l.received < l.units)
  when 'cancelled' then l.received >= l.units
  else l.received > 0 end
