-- From where on the board of anomalies finds something: as the merchant set it, else domain/metrics/anomalies.ts.
create table anomaly_setting (
    merchant_id uuid not null,
    clicks_without_order integer not null check (clicks_without_order between 10 and 1000000),
    orders_without_click integer not null check (orders_without_click between 1 and 10000),
    own_orders integer not null check (own_orders between 1 and 10000),
    ring_orders integer not null check (ring_orders between 1 and 10000),
    ring_share_bps integer not null check (ring_share_bps between 100 and 10000),
    ring_orders_per_payer integer not null check (ring_orders_per_payer between 1 and 100),
    off_platform_reports integer not null check (off_platform_reports between 1 and 100),
    changed_at timestamptz(3) not null,

    constraint anomaly_setting_pkey primary key (merchant_id)
);
select isolate_tenant_tables();
