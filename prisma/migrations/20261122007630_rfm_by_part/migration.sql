-- RFM by channel, region and distributor of each customer's last order in the year. Until the worker's next look back
-- nobody has any of them; the whole shop stands as it did.
alter table rfm_customer
  add column last_channel text not null default '',
  add column last_region text not null default '',
  add column last_distributor_id uuid;
create index rfm_customer_merchant_id_last_distributor_id_net_fen_person_idx
  on rfm_customer (merchant_id, last_distributor_id, net_fen desc, person_id) where last_distributor_id is not null;
alter table rfm_segment
  add column kind slice_kind not null default 'all' check (kind in ('all', 'channel', 'region', 'distributor')),
  add column key text not null default '',
  drop constraint rfm_segment_pkey,
  add primary key (merchant_id, kind, key, segment);
