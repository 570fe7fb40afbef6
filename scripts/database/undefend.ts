/**
 * Takes away what would refuse a corruption: triggers, foreign keys, checks, exclusions, unique keys.
 * For a superuser, in a transaction that is undone.
 */
export const undefend = `
  set local session_replication_role = replica;
  do $$ declare found record; begin
    for found in select conrelid::regclass as place, conname from pg_constraint
      where connamespace = 'public'::regnamespace and contype in ('c', 'x', 'u') and coninhcount = 0 loop
      execute format('alter table %s drop constraint %I', found.place, found.conname);
    end loop;
    for found in select indexrelid::regclass as place from pg_index i join pg_class c on c.oid = i.indrelid
      where c.relnamespace = 'public'::regnamespace and i.indisunique and not i.indisprimary loop
      execute format('drop index %s', found.place);
    end loop;
  end $$;
  select set_config('app.invariants_at', '2000-01-01', true);`;
