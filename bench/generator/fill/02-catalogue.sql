-- 500 products in 12 categories and 8 scenes, with one to three SKUs each; the first ones sell best.
insert into category (merchant_id, id, slug, name, position)
select merchant_id, testing.id(1, n), 'bench-' || n, '类目 ' || n, n from testing.scale, generate_series(0, 11) n;

create table testing.product as
select n, testing.id(2, n) as product_id, n % 12 as category, 1 + n % 3 as skus,
  (1900 + 100 * floor(380 * testing.draw(1, n) ^ 2))::bigint as price_fen, 4000 + floor(3500 * testing.draw(2, n))::int as cost_bps
from generate_series(0, 499) n;
create table testing.sku as
select p.n, place, p.category, testing.id(3, p.n * 4 + place) as sku_id, p.product_id,
  p.price_fen * (place + 1) as price_fen, p.price_fen * (place + 1) * p.cost_bps / 10000 as cost_fen
from testing.product p, generate_series(0, p.skus - 1) place;
create unique index on testing.sku (n, place);

insert into product (merchant_id, id, slug, title, status, category_id, position, created_at, updated_at)
select s.merchant_id, p.product_id, 'bench-' || p.n, '商品 ' || p.n, 'active', testing.id(1, p.category), p.n, s.since, s.since
from testing.product p, testing.scale s;
insert into sku (merchant_id, id, product_id, code, option_name, unit_price_fen, cost_fen, weight_grams, position)
select s.merchant_id, k.sku_id, k.product_id, 'B' || k.n || '-' || k.place, k.place + 1 || ' 件装', k.price_fen, k.cost_fen, 500, k.place
from testing.sku k, testing.scale s;
insert into stock (merchant_id, sku_id) select merchant_id, sku_id from testing.sku, testing.scale;

insert into scene (merchant_id, id, slug, title, position)
select merchant_id, testing.id(4, n), 'bench-' || n, '场景 ' || n, n from testing.scale, generate_series(0, 7) n;
insert into scene_product (merchant_id, scene_id, product_id, position)
select s.merchant_id, testing.id(4, n % 8), product_id, n from testing.product, testing.scale s
union all
select s.merchant_id, testing.id(4, (n + 3) % 8), product_id, n from testing.product, testing.scale s where n % 5 = 0;

-- Ten and three in a hundred, everywhere; in force before the first order.
insert into commission_rule (merchant_id, id, scope, scope_id, level, created_at)
select merchant_id, testing.id(5, level), 'merchant', '00000000-0000-0000-0000-000000000000', level, since
from testing.scale, generate_series(1, 2) level
on conflict do nothing;
create table testing.rule as
select r.level, r.id as rule_id, case level when 1 then 1000 else 300 end as rate_bps
from commission_rule r join testing.scale using (merchant_id) where r.scope = 'merchant';
insert into commission_rule_version (merchant_id, rule_id, version, rate_bps, created_at)
select s.merchant_id, r.rule_id, 1, r.rate_bps, s.since from testing.rule r, testing.scale s
on conflict do nothing;
-- The shop and its rules are older than its first order.
update merchant_policy p set created_at = s.since from testing.scale s where p.merchant_id = s.merchant_id and p.version = 1;
update tax_rule r set created_at = s.since from testing.scale s where r.merchant_id = s.merchant_id and r.version = 1;
analyze testing.scale, testing.day, testing.product, testing.sku, testing.rule;
