-- Word of mouth also by channel, region and distributor of the order it is about. What was kept is derived: the
-- worker's next run finds no day and computes all of them anew. Row security holds for the owner, so no DELETE.
truncate day_voice;
alter table day_voice
  add column kind slice_kind not null check (kind in ('all', 'channel', 'region', 'distributor')),
  add column key text not null,
  drop constraint day_voice_pkey,
  add primary key (merchant_id, kind, key, day);
create index day_voice_merchant_id_day_idx on day_voice (merchant_id, day);
