-- money.md 1: a binding comes from a click of the customer's own browser on a link that leads to its
-- distributor, made before it begins, or from staff; a release is the empty period that ends one.
-- Clocks differ by moments, and a click may come while a decision waits: a minute is no lie.
-- every ten minutes: of what was touched
with recursive hop as (
  select b.merchant_id, b.id as binding_id, d.customer_id as wanted, l.parent_link_id, l.sharer_customer_id,
    0 as depth
  from customer_binding b
  join share_click k on k.merchant_id = b.merchant_id and k.id = b.click_id
  join share_link l on l.merchant_id = k.merchant_id and l.id = k.link_id
  join distributor d on d.merchant_id = b.merchant_id and d.id = b.distributor_id
  union all
  select hop.merchant_id, hop.binding_id, hop.wanted, l.parent_link_id, l.sharer_customer_id, hop.depth + 1
  from hop
  join share_link l on l.merchant_id = hop.merchant_id and l.id = hop.parent_link_id
  where hop.sharer_customer_id <> hop.wanted and hop.depth < 30
), reached as (
  select merchant_id, binding_id from hop where sharer_customer_id = wanted
)
select b.merchant_id, b.customer_id, b.id as binding_id, b.source, b.click_id, b.distributor_id, b.bound_at,
  b.valid_until, k.clicked_at, v.customer_id as clicked_by
from customer_binding b
left join share_click k on k.merchant_id = b.merchant_id and k.id = b.click_id
left join visitor v on v.merchant_id = k.merchant_id and v.id = k.visitor_id
left join reached r on r.merchant_id = b.merchant_id and r.binding_id = b.id
where b.source not in ('click', 'manual', 'release')
  or (b.source = 'click') <> (b.click_id is not null)
  or (b.source = 'release') <> (b.valid_until = b.bound_at)
  or (b.click_id is not null and (
    v.customer_id is distinct from b.customer_id or k.clicked_at > b.bound_at + interval '1 minute' or r.binding_id is null))
