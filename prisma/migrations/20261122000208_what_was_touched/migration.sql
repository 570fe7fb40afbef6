-- What the ten-minute run of the invariants looks at: everything that was written since the last run
-- that found nothing (docs/decisions/0011-invariants-look-at-what-was-touched.md).

-- One row per transaction and object. The transaction's number keeps writers of one object from
-- waiting for each other here, and tells the run which rows can no longer be joined by others.
create table invariant_touch (
  merchant_id uuid not null,
  xact_id xid8 not null default pg_current_xact_id(),
  kind text not null,
  object_id uuid not null,
  primary key (merchant_id, xact_id, kind, object_id)
);

-- What was true when it was last looked at: an account's balance and open holds, a SKU's stock.
create table invariant_balance (
  merchant_id uuid not null,
  kind text not null check (kind in ('account', 'sku')),
  object_id uuid not null,
  balance bigint not null,
  held bigint not null default 0,
  primary key (merchant_id, kind, object_id)
);

-- How far the last runs that found nothing came.
create table invariant_checkpoint (
  merchant_id uuid primary key,
  whole_at timestamptz(3) not null,
  ran_at timestamptz(3) not null,
  seal_seq bigint not null
);
select isolate_tenant_tables();

-- The triggers fire in every replication role: whoever switches the others off is still noticed.
create function note_touches(table_name text, kind text, column_name text, events text[]) returns void
  language plpgsql as $$
declare event text;
begin
  foreach event in array events loop
    execute format($code$
      create function %1$I() returns trigger language plpgsql as $body$
      begin
        insert into public.invariant_touch (merchant_id, kind, object_id) %2$s on conflict do nothing;
        return null;
      end $body$ $code$,
      'note_' || table_name || '_' || event,
      case event
        when 'insert' then format('select merchant_id, %L, %I from added', kind, column_name)
        when 'delete' then format('select merchant_id, %L, %I from removed', kind, column_name)
        else format('select merchant_id, %1$L, %2$I from removed union select merchant_id, %1$L, %2$I from added',
          kind, column_name)
      end);
    execute format('create trigger %I after %s on %I %s for each statement execute function %I()',
      table_name || '_' || event || '_is_noted', event, table_name,
      case event
        when 'insert' then 'referencing new table as added'
        when 'delete' then 'referencing old table as removed'
        else 'referencing old table as removed new table as added'
      end,
      'note_' || table_name || '_' || event);
    execute format('alter table %I enable always trigger %I', table_name, table_name || '_' || event || '_is_noted');
  end loop;
end $$;

do $$
declare name text;
begin
  -- An order is looked at as a whole, with all that hangs on it.
  perform note_touches('orders', 'order', 'id', array['insert', 'update', 'delete']);
  foreach name in array array['order_line', 'payment', 'refund', 'refund_line', 'commission', 'stock_hold'] loop
    perform note_touches(name, 'order', 'order_id', array['insert', 'update', 'delete']);
  end loop;
  perform note_touches('order_commission_term', 'order', 'order_id', array['insert']);
  perform note_touches('ledger_transfer', 'transfer', 'id', array['insert']);
  perform note_touches('stock_movement', 'movement', 'id', array['insert']);
  perform note_touches('customer_binding', 'customer', 'customer_id', array['insert', 'update', 'delete']);
  perform note_touches('payout', 'payout', 'id', array['insert', 'update', 'delete']);
  -- What never happens in the product: the next run looks at everything.
  foreach name in array array['order_commission_term', 'ledger_transfer', 'stock_movement', 'audit_entry',
    'commission_rule_version', 'share_click', 'inbox_event'] loop
    perform note_touches(name, 'history', case name when 'order_commission_term' then 'order_id'
      when 'commission_rule_version' then 'rule_id' when 'inbox_event' then 'merchant_id' else 'id' end,
      array['update', 'delete']);
  end loop;
  perform note_touches('audit_seal', 'history', 'entry_id', array['update', 'delete']);
  perform note_touches('merchant_policy', 'history', 'merchant_id', array['update', 'delete']);
  perform note_touches('ledger_account', 'history', 'id', array['delete']);
  perform note_touches('stock', 'history', 'sku_id', array['delete']);
  perform note_touches('distributor', 'history', 'id', array['delete']);
end $$;
drop function note_touches(text, text, text, text[]);

-- Whose an account is, or who a distributor is, never changes either; their balances and states do,
-- and a trigger on columns has no list of the rows.
create function note_change_of_owner() returns trigger language plpgsql as $$
begin
  insert into public.invariant_touch (merchant_id, kind, object_id) values (new.merchant_id, 'history', new.id)
    on conflict do nothing;
  return null;
end $$;
create trigger ledger_account_owner_is_noted
  after update of merchant_id, id, kind, distributor_id, shard on ledger_account
  for each row execute function note_change_of_owner();
create trigger distributor_owner_is_noted after update of merchant_id, id, customer_id on distributor
  for each row execute function note_change_of_owner();
alter table ledger_account enable always trigger ledger_account_owner_is_noted;
alter table distributor enable always trigger distributor_owner_is_noted;

-- What is still open, however much is long done.
create index stock_hold_open on stock_hold (merchant_id, expires_at) include (sku_id, quantity)
  where state = 'held';
create index outbox_message_open on outbox_message (merchant_id, next_attempt_at) where done_at is null;
-- What was taken back of a transfer.
create index ledger_transfer_reverses on ledger_transfer (merchant_id, reverses_id) where reverses_id is not null;
