-- money.md 6: the ten-minute run looks at what was touched; every table that it relies on notes each
-- write, by a trigger that fires in every replication role.
with wanted(table_name, trigger_name) as (
  select name, name || '_' || event || '_is_noted'
  from unnest(array['orders', 'order_line', 'payment', 'refund', 'refund_line', 'commission',
    'stock_hold', 'order_commission_term', 'ledger_transfer', 'stock_movement', 'customer_binding',
    'payout']) as name, unnest(array['insert', 'update', 'delete']) as event
  union all
  select name, name || '_' || event || '_is_noted'
  from unnest(array['audit_entry', 'audit_seal', 'merchant_policy', 'commission_rule_version',
    'share_click', 'inbox_event']) as name, unnest(array['update', 'delete']) as event
  union all
  values ('ledger_account', 'ledger_account_delete_is_noted'), ('stock', 'stock_delete_is_noted'),
    ('distributor', 'distributor_delete_is_noted'), ('ledger_account', 'ledger_account_owner_is_noted'),
    ('distributor', 'distributor_owner_is_noted')
)
select w.table_name, w.trigger_name, t.tgenabled as enabled
from wanted w
left join pg_trigger t on t.tgrelid = to_regclass('public.' || w.table_name) and t.tgname = w.trigger_name
where t.tgname is null or t.tgenabled <> 'A'
