-- The rules of refunds, payouts, tax and reconciliation that the database itself keeps.

-- ---------------------------------------------------------------- ledger
alter table ledger_account drop constraint ledger_account_check1;
alter table ledger_account
  add constraint ledger_account_owner check (
    (kind in ('commission_pending', 'commission_available', 'commission_debt')) = (distributor_id is not null)),
  -- What is owed can be paid back, and no more than that.
  add constraint ledger_account_debt_is_no_credit check (kind <> 'commission_debt' or balance_fen <= 0);

-- ---------------------------------------------------------------- refunds
alter table commission add check (refunds_in_flight >= 0);
alter table order_line add check (refunded_quantity between 0 and quantity);
alter table refund_line add check (restock_quantity between 0 and quantity);
alter table refund add check ((state = 'success') = (succeeded_at is not null));

-- ---------------------------------------------------------------- payouts
alter table merchant_policy
  add check (payout_min_fen between 30 and 100000000),
  add check (payout_due_days between 0 and 60),
  add check (payout_approval_limit_fen >= 0),
  add check (payout_daily_cap_fen >= payout_min_fen),
  add check (payout_daily_total_fen >= payout_daily_cap_fen),
  add check (payout_cooldown_hours between 0 and 720),
  add check (length(payout_job_title) between 1 and 32 and length(payout_remark) between 1 and 32);

alter table payout
  add check (gross_fen > 0 and tax_fen >= 0 and net_fen > 0 and net_fen = gross_fen - tax_fen),
  add check (tax_prior_gross_fen >= 0 and tax_prior_tax_fen >= 0),
  add check (payout_no ~ '^[0-9A-Za-z]{8,32}$'),
  add check (tax_month ~ '^[0-9]{4}-[0-9]{2}$'),
  add check ((state = 'awaiting_approval') <= (approved_at is null)),
  add check (state not in ('approved', 'exported', 'sending', 'awaiting_confirmation', 'transferring', 'cancelling', 'paid')
    or approved_at is not null),
  add check (channel = 'bank' or (app_id <> '' and mch_id <> '' and open_id <> '')),
  add check (channel = 'wechat' or state not in ('sending', 'awaiting_confirmation', 'transferring', 'cancelling', 'expired')),
  add check (channel = 'bank' or state <> 'exported'),
  add check (channel = 'bank' or state not in ('sending', 'awaiting_confirmation', 'transferring', 'cancelling', 'paid', 'expired')
    or sent_at is not null),
  add check ((state = 'paid') = (paid_at is not null)),
  add check ((state in ('paid', 'failed', 'expired', 'cancelled', 'refused')) = (ended_at is not null)),
  -- By bank nobody declares a payment alone.
  add check (channel = 'wechat' or state <> 'paid'
    or (marked_by is not null and confirmed_by is not null and marked_by <> confirmed_by));
create unique index payout_one_open on payout (merchant_id, distributor_id)
  where state not in ('paid', 'failed', 'expired', 'cancelled', 'refused');

alter table payout_run
  add check (payout_count > 0 and total_fen > 0),
  add check ((state = 'proposed') = (decided_at is null)),
  add check ((decided_at is null) = (decided_by is null)),
  add constraint payout_run_takes_two_people check (decided_by is distinct from proposed_by);

-- What WeChat was or may have been told cannot change after the request: a repetition must say the same.
create function refuse_change_of_payout_terms() returns trigger language plpgsql as $$
begin
  if (new.merchant_id, new.id, new.payout_no, new.distributor_id, new.channel, new.gross_fen, new.tax_fen, new.net_fen,
      new.tax_month, new.tax_rule_version, new.id_number_hash, new.app_id, new.mch_id, new.open_id,
      new.user_name_sealed, new.job_title, new.remark, new.requested_at, new.due_at)
    is distinct from
     (old.merchant_id, old.id, old.payout_no, old.distributor_id, old.channel, old.gross_fen, old.tax_fen, old.net_fen,
      old.tax_month, old.tax_rule_version, old.id_number_hash, old.app_id, old.mch_id, old.open_id,
      old.user_name_sealed, old.job_title, old.remark, old.requested_at, old.due_at)
  then
    raise exception 'the terms of a payout never change' using errcode = 'restrict_violation';
  end if;
  if old.state in ('paid', 'failed', 'expired', 'cancelled', 'refused') and new.state <> old.state then
    raise exception 'a payout that has ended stays ended' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger payout_terms_are_frozen before update on payout
  for each row execute function refuse_change_of_payout_terms();
create trigger payout_is_never_deleted before delete on payout for each row execute function refuse_change();

-- ---------------------------------------------------------------- tax
alter table tax_rule
  add check (valid_until is null or valid_until >= valid_from),
  add check (version > 0 and name <> '' and source <> '');
alter table tax_remittance add check (amount_fen > 0), add check (tax_month ~ '^[0-9]{4}-[0-9]{2}$');

-- Merchants that exist already get the rule in force; new ones get it from createMerchant.
insert into tax_rule (merchant_id, version, name, valid_from, terms, source, created_at)
select id, 1, '劳务报酬所得预扣预缴', '2019-01-01',
  '{"kind": "monthly_labour_income", "exemptFen": "80000", "fixedDeductionUntilFen": "400000", "deductionShareBps": 2000,
    "brackets": [{"aboveFen": "0", "rateBps": 2000, "quickDeductionFen": "0"},
                 {"aboveFen": "2000000", "rateBps": 3000, "quickDeductionFen": "200000"},
                 {"aboveFen": "5000000", "rateBps": 4000, "quickDeductionFen": "700000"}]}',
  '国家税务总局公告 2018 年第 61 号《个人所得税扣缴申报管理办法（试行）》第八条', created_at
from merchant;

-- ---------------------------------------------------------------- reconciliation
alter table wechat_bill_line
  add check (line_kind in ('payment', 'refund', 'transfer', 'transfer_return', 'other'));
alter table reconciliation_case
  add check (kind in ('missing_here', 'missing_there', 'amount_differs', 'fee_differs', 'state_differs', 'bill_unreadable')),
  add check ((state = 'closed') = (closed_at is not null)),
  add check (state = 'open' or resolution <> '');
alter table month_close add check (month ~ '^[0-9]{4}-[0-9]{2}$');

-- ---------------------------------------------------------------- history and tenants
do $$
declare name text;
begin
  foreach name in array array['tax_rule', 'tax_remittance', 'wechat_bill_line', 'month_close'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()',
      name || '_is_append_only', name);
    execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()',
      name || '_is_not_truncated', name);
  end loop;
end $$;
select isolate_tenant_tables();
revoke delete on payout, payout_run, payout_account, reconciliation_case, wechat_bill from renhe_app;
