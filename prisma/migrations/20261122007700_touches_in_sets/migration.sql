-- One row notes all objects of a statement, instead of a row for each of them: a settlement touches
-- thousands at once, and their rows and the index over them were a third of its write-ahead log
-- (docs/decisions/0011-invariants-look-at-what-was-touched.md).
alter table invariant_touch drop constraint invariant_touch_pkey;
alter table invariant_touch rename column object_id to object_ids;
alter table invariant_touch alter column object_ids type uuid[] using array[object_ids];
-- Random ids do not get smaller by compressing: nothing is tried.
alter table invariant_touch alter column object_ids set storage external;
alter table invariant_touch add column statement_no bigint generated always as identity;
alter table invariant_touch add primary key (merchant_id, xact_id, statement_no);

-- Each object once for each transaction that touched it, whoever reads.
create view touched_object with (security_invoker = true) as
  select distinct t.merchant_id, t.xact_id, t.kind, object.id
  from invariant_touch t cross join unnest(t.object_ids) as object(id);
grant select on touched_object to renhe_app;

-- The triggers of 20261122000208 stay; what they call is replaced.
create function note_in_sets(table_name text, kind text, column_name text, events text[]) returns void
  language plpgsql as $$
declare event text;
begin
  foreach event in array events loop
    execute format($code$
      create or replace function %1$I() returns trigger language plpgsql as $body$
      begin
        insert into public.invariant_touch (merchant_id, kind, object_ids)
          select merchant_id, %2$L, array_agg(id) from (%3$s) touched group by merchant_id;
        return null;
      end $body$ $code$,
      'note_' || table_name || '_' || event, kind,
      format(case event
          when 'insert' then 'select merchant_id, %1$I as id from added'
          when 'delete' then 'select merchant_id, %1$I as id from removed'
          else 'select merchant_id, %1$I as id from removed union select merchant_id, %1$I from added'
        end, column_name));
  end loop;
end $$;

do $$
declare name text;
begin
  perform note_in_sets('orders', 'order', 'id', array['insert', 'update', 'delete']);
  foreach name in array array['order_line', 'payment', 'refund', 'refund_line', 'commission', 'stock_hold'] loop
    perform note_in_sets(name, 'order', 'order_id', array['insert', 'update', 'delete']);
  end loop;
  perform note_in_sets('order_commission_term', 'order', 'order_id', array['insert']);
  perform note_in_sets('ledger_transfer', 'transfer', 'id', array['insert']);
  perform note_in_sets('stock_movement', 'movement', 'id', array['insert']);
  perform note_in_sets('customer_binding', 'customer', 'customer_id', array['insert', 'update', 'delete']);
  perform note_in_sets('payout', 'payout', 'id', array['insert', 'update', 'delete']);
  foreach name in array array['order_commission_term', 'ledger_transfer', 'stock_movement', 'audit_entry',
    'commission_rule_version', 'share_click', 'inbox_event'] loop
    perform note_in_sets(name, 'history', case name when 'order_commission_term' then 'order_id'
      when 'commission_rule_version' then 'rule_id' when 'inbox_event' then 'merchant_id' else 'id' end,
      array['update', 'delete']);
  end loop;
  perform note_in_sets('audit_seal', 'history', 'entry_id', array['update', 'delete']);
  perform note_in_sets('merchant_policy', 'history', 'merchant_id', array['update', 'delete']);
  perform note_in_sets('ledger_account', 'history', 'id', array['delete']);
  perform note_in_sets('stock', 'history', 'sku_id', array['delete']);
  perform note_in_sets('distributor', 'history', 'id', array['delete']);
end $$;
drop function note_in_sets(text, text, text, text[]);

create or replace function note_change_of_owner() returns trigger language plpgsql as $$
begin
  insert into public.invariant_touch (merchant_id, kind, object_ids)
    values (new.merchant_id, 'history', array[new.id]);
  return null;
end $$;
