-- Of the bindings of distributors, of whom there are few beside customers.
with recursive edge as (
  select b.merchant_id, own.id as from_id, b.distributor_id as to_id,
    tstzrange(b.bound_at, b.valid_until, '[)') as during
  from public.distributor own
  cross join lateral (
    select * from public.customer_binding b
    where b.merchant_id = own.merchant_id and b.customer_id = own.customer_id
    offset 0
  ) b
  where b.distributor_id <> own.id
), walk as (
  select merchant_id, from_id, to_id, during, 1 as hops from edge
  union
  select w.merchant_id, w.from_id, e.to_id, w.during * e.during, w.hops + 1
  from walk w
  join edge e on e.merchant_id = w.merchant_id and e.from_id = w.to_id and e.during && w.during
  where w.to_id <> w.from_id and w.hops < 20
)
select merchant_id, from_id as distributor_id, hops, during from walk where from_id = to_id
