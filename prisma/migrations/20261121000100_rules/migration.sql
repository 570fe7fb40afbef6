-- The rules that the database itself keeps: checks, periods that may not overlap, history that may
-- not change, balances that only transfers move, and tenants that cannot see each other.
create extension if not exists btree_gist;

-- ---------------------------------------------------------------- checks
alter table merchant_policy
  add check (validity_days between 1 and 3650),
  add check (protection_days between 0 and 3650),
  add check (hold_days between 0 and 365),
  add check (commission_cap_bps between 0 and 10000),
  add check (payment_minutes between 5 and 10080),
  add check (auto_receive_days between 1 and 365),
  add check (payment_fee_bps between 0 and 10000),
  add check (traditional_rake_bps between 0 and 10000),
  -- Level 2 is off until somebody of the merchant confirms having taken advice (product.md, compliance).
  add check (not level2_enabled or level2_confirmed_by is not null);

alter table distributor add check (parent_distributor_id is distinct from id);
alter table share_link add check (parent_link_id is distinct from id);
alter table customer_binding
  add check (valid_until >= bound_at),
  add constraint customer_binding_periods_never_overlap exclude using gist (
    merchant_id with =, customer_id with =, tstzrange(bound_at, valid_until, '[)') with &&);

alter table sku
  add check (unit_price_fen > 0),
  add check (list_price_fen is null or list_price_fen >= unit_price_fen),
  add check (cost_fen >= 0),
  add check (weight_grams >= 0);
alter table stock add check (reserved >= 0 and reserved <= on_hand);
alter table stock_hold add check (quantity > 0);
alter table stock_movement add check (delta <> 0);
alter table cart add check ((visitor_id is null) <> (customer_id is null));
alter table cart_item add check (quantity between 1 and 999), add check (seen_unit_price_fen > 0);

alter table orders
  add check (goods_fen >= 0 and discount_fen >= 0 and freight_fen >= 0 and payable_fen > 0),
  add check (payable_fen = goods_fen - discount_fen + freight_fen),
  add check (paid_fen in (0, payable_fen)),
  add check (refunded_fen between 0 and paid_fen),
  add check (level2_distributor_id is null or level1_distributor_id is not null),
  add check (level1_distributor_id is distinct from level2_distributor_id or level1_distributor_id is null),
  add check ((state in ('paid', 'shipped', 'received', 'refunded')) = (paid_fen > 0)),
  add check ((paid_fen > 0) = (paid_at is not null)),
  add check (state <> 'shipped' or shipped_at is not null),
  add check (state <> 'received' or received_at is not null),
  add check ((state = 'closed') = (closed_at is not null));
alter table order_line
  add check (quantity between 1 and 999),
  add check (gross_fen = unit_price_fen * quantity),
  add check (payable_fen = gross_fen - prorated_discount_fen),
  add check (prorated_discount_fen between 0 and gross_fen),
  add check (refunded_fen between 0 and payable_fen);

alter table payment
  add check (amount_fen > 0),
  add check ((state in ('success', 'late')) = (transaction_id is not null));
create unique index payment_one_success on payment (merchant_id, order_id) where state = 'success';
alter table refund add check (amount_fen > 0), add check (freight_fen between 0 and amount_fen);
alter table refund_line add check (amount_fen >= 0), add check (quantity >= 0);

alter table commission_rule add check (level in (1, 2));
alter table commission_rule_version
  add check ((rate_bps is null) <> (fixed_fen_per_unit is null)),
  add check (rate_bps between 0 and 10000),
  add check (fixed_fen_per_unit >= 0);
-- money.md 2: floor(base x rate / 10000) or an amount per unit, within the cap. Integer division floors.
alter table order_commission_term
  add check (level in (1, 2)),
  add check ((rate_bps is null) <> (fixed_fen_per_unit is null)),
  add check (base_fen >= 0 and cap_fen between 0 and base_fen),
  add check (commission_fen = least(cap_fen, coalesce(base_fen * rate_bps / 10000, fixed_fen_per_unit * quantity)));
alter table commission
  add check (level in (1, 2)),
  add check ((rate_bps is null) <> (fixed_fen_per_unit is null)),
  add check (base_fen >= 0 and cap_fen between 0 and base_fen),
  add check (commission_fen = least(cap_fen, coalesce(base_fen * rate_bps / 10000, fixed_fen_per_unit * quantity))),
  add check (clawed_back_fen between 0 and commission_fen),
  add check (state <> 'settled' or (settled_at is not null and available_at is not null and settled_at >= available_at));

alter table inbox_event add check (outcome in ('applied', 'no_effect', 'quarantined'));
alter table audit_entry add check (actor_kind in ('customer', 'staff', 'system', 'wechat'));

-- ---------------------------------------------------------------- ledger
alter table ledger_account
  add check (held_fen >= 0),
  add check (floor_fen is null or balance_fen - held_fen >= floor_fen),
  add check ((kind in ('commission_pending', 'commission_available')) = (distributor_id is not null)),
  add constraint ledger_account_one_per_owner unique nulls not distinct (merchant_id, kind, distributor_id, shard);
alter table ledger_transfer
  add check (amount_fen > 0),
  add check (debit_account_id <> credit_account_id),
  add check ((phase in ('post', 'void')) = (hold_id is not null)),
  add foreign key (merchant_id, hold_id) references ledger_transfer (merchant_id, id),
  add foreign key (merchant_id, reverses_id) references ledger_transfer (merchant_id, id);
create unique index ledger_transfer_hold_resolved_once on ledger_transfer (merchant_id, hold_id)
  where phase in ('post', 'void');

-- Runs once per INSERT, over all its rows: locks the accounts in id order (so two events never wait
-- for each other in a circle), then moves balances. Nobody else can: the application's role may not
-- update ledger_account.
create function ledger_apply_transfers() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (
    select from added a left join ledger_transfer h on h.merchant_id = a.merchant_id and h.id = a.hold_id
    where a.phase in ('post', 'void') and (h.phase is distinct from 'hold' or h.debit_account_id <> a.debit_account_id
      or h.credit_account_id <> a.credit_account_id or a.amount_fen > h.amount_fen)
  ) then
    raise exception 'a post or void must resolve a hold on the same accounts, within its amount'
      using errcode = 'check_violation';
  end if;

  perform from ledger_account
    where (merchant_id, id) in (select merchant_id, debit_account_id from added
                                union select merchant_id, credit_account_id from added)
    order by id for no key update;

  update ledger_account account
    set balance_fen = account.balance_fen + change.balance, held_fen = account.held_fen + change.held
    from (
      select merchant_id, id, sum(balance) as balance, sum(held) as held from (
        select merchant_id, credit_account_id as id, amount_fen as balance, 0 as held
          from added where phase in ('single', 'post')
        union all
        select merchant_id, debit_account_id, -amount_fen, 0 from added where phase in ('single', 'post')
        union all
        select merchant_id, debit_account_id, 0, amount_fen from added where phase = 'hold'
        union all
        select a.merchant_id, a.debit_account_id, 0, -h.amount_fen
          from added a join ledger_transfer h on h.merchant_id = a.merchant_id and h.id = a.hold_id
          where a.phase in ('post', 'void')
      ) entry group by merchant_id, id
    ) change
    where account.merchant_id = change.merchant_id and account.id = change.id;
  return null;
end $$;
create trigger ledger_transfer_moves_balances after insert on ledger_transfer
  referencing new table as added for each statement execute function ledger_apply_transfers();

-- ---------------------------------------------------------------- history
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: correct it by adding', tg_table_name using errcode = 'restrict_violation';
end $$;

do $$
declare name text;
begin
  foreach name in array array['share_click', 'ledger_transfer', 'stock_movement', 'audit_entry', 'audit_seal',
    'commission_rule_version', 'order_commission_term', 'merchant_policy', 'inbox_event'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()',
      name || '_is_append_only', name);
    execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()',
      name || '_is_not_truncated', name);
  end loop;
end $$;

-- ---------------------------------------------------------------- tenants
-- The application signs in as this role; scripts/database/prepare-database.ts gives it its password.
do $$ begin
  if not exists (select from pg_roles where rolname = 'renhe_app') then create role renhe_app nologin; end if;
end $$;
grant usage on schema public to renhe_app;

-- Called at the end of every migration that adds tables: what holds merchant_id is isolated and granted.
create function isolate_tenant_tables() returns void language plpgsql as $$
declare name text;
begin
  for name in
    select c.relname from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'merchant_id' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and not c.relrowsecurity and c.relname <> 'merchant_host'
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format($policy$create policy tenant on %I
      using (merchant_id = (select nullif(current_setting('app.merchant_id', true), '')::uuid))
      with check (merchant_id = (select nullif(current_setting('app.merchant_id', true), '')::uuid))$policy$, name);
    execute format('grant select, insert, update, delete on %I to renhe_app', name);
    if exists (select from pg_trigger where tgrelid = format('%I', name)::regclass and tgname = name || '_is_append_only') then
      execute format('revoke update, delete on %I from renhe_app', name);
    end if;
  end loop;
end $$;
select isolate_tenant_tables();

-- Balances are moved by the trigger alone: no update, and no account is born with money.
revoke insert, update, delete on ledger_account from renhe_app;
grant insert (merchant_id, id, kind, distributor_id, shard, floor_fen, created_at) on ledger_account to renhe_app;
grant select, insert on merchant, merchant_host to renhe_app;
