-- Who was there, who saw a product, put one into the cart, went to the checkout and paid, each counted once;
-- a later step has taken those before it. $1 the merchant, [$2, $3) the window.
with acted as (
  select coalesce(v.customer_id, e.visitor_id) as person, case e.kind
    when 'checkout' then 4 when 'cart' then 3 when 'favourite' then 2 when 'scan' then 1
    else case when e.product_id = '00000000-0000-0000-0000-000000000000' then 1 else 2 end end as step
  from event e left join visitor v on v.merchant_id = e.merchant_id and v.id = e.visitor_id
  where e.merchant_id = $1 and e.at >= $2 and e.at < $3 and e.kind not in ('dwell', 'share_set')
  union all
  select coalesce(v.customer_id, v.id), case l.target_kind when 'product' then 2 else 1 end
  from share_click c
  join share_link l on l.merchant_id = c.merchant_id and l.id = c.link_id
  join visitor v on v.merchant_id = c.merchant_id and v.id = c.visitor_id
  where c.merchant_id = $1 and c.clicked_at >= $2 and c.clicked_at < $3
  union all
  select coalesce(customer_id, id), 1 from visitor where merchant_id = $1 and first_seen_at >= $2 and first_seen_at < $3
  union all
  select customer_id, 1 from review where merchant_id = $1 and created_at >= $2 and created_at < $3
  union all
  select customer_id, 5 from orders where merchant_id = $1 and paid_at >= $2 and paid_at < $3
), person as (
  select person, max(step) as step from acted group by person
)
select count(*)::int as visitors, count(*) filter (where step >= 2)::int as viewers,
  count(*) filter (where step >= 3)::int as carters, count(*) filter (where step >= 4)::int as checkouters,
  count(*) filter (where step >= 5)::int as buyers
from person
