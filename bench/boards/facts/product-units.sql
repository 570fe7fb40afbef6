-- Units sold of each product in a window.
select l.product_id as key, sum(l.quantity)::int as units
from orders o join order_line l on l.merchant_id = o.merchant_id and l.order_id = o.id
where o.merchant_id = $1 and o.paid_at >= $2 and o.paid_at < $3
group by l.product_id
