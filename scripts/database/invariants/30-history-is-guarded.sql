-- money.md 3 and 6.11: the triggers that keep history and move balances are there and enabled, and the
-- balance's own function runs as its owner.
with wanted(table_name, trigger_name) as (
  select name, name || suffix
  from unnest(array['share_click', 'ledger_transfer', 'stock_movement', 'audit_entry', 'audit_seal',
    'commission_rule_version', 'order_commission_term', 'merchant_policy', 'inbox_event', 'tax_rule',
    'tax_remittance', 'wechat_bill_line', 'month_close', 'event']) as name,
    unnest(array['_is_append_only', '_is_not_truncated']) as suffix
  union all
  values ('ledger_transfer', 'ledger_transfer_moves_balances')
)
select w.table_name, w.trigger_name, t.tgenabled as enabled
from wanted w
left join pg_trigger t on t.tgrelid = to_regclass('public.' || w.table_name) and t.tgname = w.trigger_name
where t.tgname is null or t.tgenabled <> 'O'
