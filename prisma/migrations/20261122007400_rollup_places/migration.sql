-- Category and scenes of each product by which its days were rolled up (docs/decisions/0020).
create table rollup_place (
  merchant_id uuid not null,
  product_id uuid not null,
  places text not null,
  primary key (merchant_id, product_id)
);
-- What a refund gave back beside goods: freight, and the fee that WeChat returned with it.
alter table day_figure
  add column refund_freight_fen bigint not null default 0,
  add column fee_back_fen bigint not null default 0;
alter table month_figure
  add column refund_freight_fen bigint not null default 0,
  add column fee_back_fen bigint not null default 0;
select isolate_tenant_tables();
-- No day holds either yet: all are rolled up once more. Row security holds for the owner too.
do $$
declare one uuid;
begin
  for one in select id from merchant loop
    perform set_config('app.merchant_id', one::text, true);
    insert into rollup_dirty (merchant_id, what, day, marked_at)
    select one, 'facts', day, now() from rollup_day where merchant_id = one
    on conflict do nothing;
  end loop;
  perform set_config('app.merchant_id', '', true);
end $$;
