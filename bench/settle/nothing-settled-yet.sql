-- Takes every settlement and payout out of a filled shop, as if the worker had been away for a year:
-- what has matured is due at once. Past every trigger, like the filling itself.
begin;
set local session_replication_role = replica;
delete from ledger_transfer where phase in ('post', 'void');
delete from ledger_transfer where code in ('commission_settled', 'payout_held');
delete from payout;
update commission set state = 'pending', settled_at = null where state = 'settled';
update ledger_account a set balance_fen = coalesce((
  select sum(entry.fen) from (
    select sum(amount_fen) as fen from ledger_transfer t
      where t.merchant_id = a.merchant_id and t.credit_account_id = a.id
    union all
    select -sum(amount_fen) from ledger_transfer t
      where t.merchant_id = a.merchant_id and t.debit_account_id = a.id) entry), 0);
truncate invariant_touch;
commit;
