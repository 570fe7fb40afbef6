-- money.md 6.11: every table with a merchant_id has row security enabled and forced, by a policy that
-- guards reading and writing, and merchant_id leads its primary key.
select c.relname as table_name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
  p.polname as policy, pg_get_expr(p.polqual, p.polrelid) as reads, pg_get_expr(p.polwithcheck, p.polrelid) as writes
from pg_class c
join pg_attribute a on a.attrelid = c.oid and a.attname = 'merchant_id' and not a.attisdropped
left join pg_index i on i.indrelid = c.oid and i.indisprimary
left join pg_policy p on p.polrelid = c.oid
where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'merchant_host'
  and (not c.relrowsecurity or not c.relforcerowsecurity
    or p.polname is null or p.polcmd <> '*' or not p.polpermissive
    or pg_get_expr(p.polqual, p.polrelid) not like '%merchant_id%app.merchant_id%'
    or pg_get_expr(p.polwithcheck, p.polrelid) is distinct from pg_get_expr(p.polqual, p.polrelid)
    or i.indkey[0] is distinct from a.attnum)
