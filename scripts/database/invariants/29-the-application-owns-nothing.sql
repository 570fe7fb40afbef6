-- money.md 6.11: the application's role is neither owner nor superuser, sees no other tenant, and may
-- not change what is append-only or the ledger's balances.
select r.rolname as role_name, 'role' as object, null as detail
from pg_roles r
where r.rolname = 'renhe_app' and (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb or r.rolreplication)
union all
select 'renhe_app', 'missing role', null
where not exists (select from pg_roles where rolname = 'renhe_app')
union all
select r.rolname, 'member of', g.rolname
from pg_auth_members m
join pg_roles r on r.oid = m.member and r.rolname = 'renhe_app'
join pg_roles g on g.oid = m.roleid
union all
select 'renhe_app', 'owner', c.relname
from pg_class c join pg_roles r on r.oid = c.relowner
where c.relnamespace = 'public'::regnamespace and r.rolname = 'renhe_app'
union all
select 'renhe_app', 'may update or delete', c.relname
from pg_class c
where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
  and (c.relname = 'ledger_account' or exists (
    select from pg_trigger t where t.tgrelid = c.oid and t.tgname = c.relname || '_is_append_only'))
  and (has_table_privilege('renhe_app', c.oid, 'update') or has_table_privilege('renhe_app', c.oid, 'delete')
    or has_table_privilege('renhe_app', c.oid, 'truncate'))
