-- Customers with two or more paid orders in a window.
select count(*)::int as "repeatBuyers" from (
  select from orders where merchant_id = $1 and paid_at >= $2 and paid_at < $3
  group by customer_id having count(*) >= 2
) twice
