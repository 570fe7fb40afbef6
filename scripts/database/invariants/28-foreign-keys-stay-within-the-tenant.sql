-- money.md 6.11: every foreign key between tenant tables contains merchant_id, on both sides.
select k.conrelid::regclass as table_name, k.conname as constraint_name, k.confrelid::regclass as points_at
from pg_constraint k
join pg_attribute a on a.attrelid = k.conrelid and a.attname = 'merchant_id' and not a.attisdropped
join pg_attribute b on b.attrelid = k.confrelid and b.attname = 'merchant_id' and not b.attisdropped
where k.contype = 'f' and k.connamespace = 'public'::regnamespace
  and not exists (
    select from unnest(k.conkey, k.confkey) as pair(here, there)
    where pair.here = a.attnum and pair.there = b.attnum)
