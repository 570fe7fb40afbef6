-- When a SKU went on sale or off it: past days are judged by what stood on sale then. A row for each time; how it
-- stood before the first one follows from the last one and from how it stands now. Before this table nobody kept it.
create table shelf_change (
    merchant_id uuid not null,
    id uuid not null default gen_random_uuid(),
    sku_id uuid not null,
    -- From this moment on.
    is_on_sale boolean not null,
    changed_at timestamptz(3) not null,

    constraint shelf_change_pkey primary key (merchant_id, id),
    foreign key (merchant_id, sku_id) references sku (merchant_id, id)
);
create index shelf_change_merchant_id_sku_id_changed_at_idx on shelf_change (merchant_id, sku_id, changed_at);

-- On sale is what is active in an active product, whoever changes which of the two and how.
create function note_shelf_of_sku() returns trigger language plpgsql as $$
begin
  insert into shelf_change (merchant_id, sku_id, is_on_sale, changed_at)
  select new.merchant_id, new.id, new.is_active, now() from product p
  where p.merchant_id = new.merchant_id and p.id = new.product_id and p.status = 'active';
  return null;
end $$;
create trigger sku_shelf_is_noted after update of is_active on sku
  for each row when (old.is_active <> new.is_active) execute function note_shelf_of_sku();

create function note_shelf_of_product() returns trigger language plpgsql as $$
begin
  insert into shelf_change (merchant_id, sku_id, is_on_sale, changed_at)
  select new.merchant_id, k.id, new.status = 'active', now() from sku k
  where k.merchant_id = new.merchant_id and k.product_id = new.id and k.is_active;
  return null;
end $$;
create trigger product_shelf_is_noted after update of status on product
  for each row when ((old.status = 'active') <> (new.status = 'active')) execute function note_shelf_of_product();

create trigger shelf_change_is_append_only before update or delete on shelf_change
  for each row execute function refuse_change();
create trigger shelf_change_is_not_truncated before truncate on shelf_change
  for each statement execute function refuse_change();
select isolate_tenant_tables();
