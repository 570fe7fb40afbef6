-- Events of the mall's pages: append-only, a partition for each month (docs/decisions/0020).
create type event_kind as enum ('view', 'dwell', 'favourite', 'cart', 'share_set', 'checkout', 'scan');

create table event (
  merchant_id uuid not null,
  at timestamptz(3) not null,
  id uuid not null,
  kind event_kind not null,
  visitor_id uuid not null,
  received_at timestamptz(3) not null,
  product_id uuid not null,
  amount integer not null default 0,
  constraint event_pkey primary key (merchant_id, at, id),
  check (amount >= 0),
  -- Late by three days at most, and no clock runs far ahead: older and newer ones are refused at the door.
  check (at between received_at - interval '73 hours' and received_at + interval '1 hour')
) partition by range (at);
create index event_merchant_id_received_at_idx on event (merchant_id, received_at);

create trigger event_is_append_only before update or delete on event
  for each row execute function refuse_change();
create trigger event_is_not_truncated before truncate on event
  for each statement execute function refuse_change();
select isolate_tenant_tables();

-- The application owns nothing and still needs next month's partition in time: this it may ask for.
-- Whoever asks for a thousand years gets three.
create function ensure_event_partitions(first date, last date) returns integer
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  month date := date_trunc('month', first)::date;
  made integer := 0;
  name text;
begin
  while month <= last and month < first + interval '3 years' loop
    name := 'event_' || to_char(month, 'YYYYMM');
    if to_regclass(name) is null then
      execute format('create table if not exists %I partition of event for values from (%L) to (%L)',
        name, month::text || ' 00:00:00+00', (month + interval '1 month')::date::text || ' 00:00:00+00');
      made := made + 1;
    end if;
    month := (month + interval '1 month')::date;
  end loop;
  perform isolate_tenant_tables();
  -- The way to the rows is the parent, whose rights are what counts.
  for name in select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'event'::regclass loop
    execute format('revoke all on %I from renhe_app', name);
  end loop;
  return made;
end $$;
revoke all on function ensure_event_partitions(date, date) from public;
grant execute on function ensure_event_partitions(date, date) to renhe_app;
select ensure_event_partitions((now() - interval '1 month')::date, (now() + interval '3 months')::date);
