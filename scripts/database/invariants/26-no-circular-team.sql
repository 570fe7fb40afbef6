-- money.md 6.10: nobody is their own superior, however far up.
with recursive up as (
  select merchant_id, id, parent_distributor_id as ancestor_id, 1 as hops
  from distributor where parent_distributor_id is not null
  union
  select up.merchant_id, up.id, d.parent_distributor_id, up.hops + 1
  from up
  join distributor d on d.merchant_id = up.merchant_id and d.id = up.ancestor_id
  where d.parent_distributor_id is not null and up.ancestor_id <> up.id and up.hops < 50
)
select merchant_id, id as distributor_id, hops from up where ancestor_id = id
