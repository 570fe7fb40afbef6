-- Who was paid before an account was given another identity number: the tax of those withdrawals is filed
-- under it. Kept only where something was withdrawn under it; never changed, but for the erasure of a person.
create table former_payout_identity (
    merchant_id uuid not null,
    distributor_id uuid not null,
    id_number_hash text not null,
    id_number_tail text not null,
    real_name_sealed text not null,
    id_number_sealed text not null,
    replaced_at timestamptz(3) not null,

    constraint former_payout_identity_pkey primary key (merchant_id, distributor_id, id_number_hash),
    foreign key (merchant_id, distributor_id) references distributor (merchant_id, id)
);
create index former_payout_identity_merchant_id_id_number_hash_idx
  on former_payout_identity (merchant_id, id_number_hash);
select isolate_tenant_tables();

-- Every identity under which a distributor may have been paid; `replaced_at` is null for the one of today.
create view payout_identity with (security_invoker = true) as
  select merchant_id, distributor_id, id_number_hash, id_number_tail, real_name_sealed, id_number_sealed,
    null::timestamptz as replaced_at
  from payout_account
  union all
  select f.merchant_id, f.distributor_id, f.id_number_hash, f.id_number_tail, f.real_name_sealed,
    f.id_number_sealed, f.replaced_at
  from former_payout_identity f
  -- Who came back to an earlier number is there once.
  where not exists (select from payout_account a where a.merchant_id = f.merchant_id
    and a.distributor_id = f.distributor_id and a.id_number_hash = f.id_number_hash);
grant select on payout_identity to renhe_app;
