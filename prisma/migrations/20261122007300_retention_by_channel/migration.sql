-- Retention by channel: by which ways somebody came on the day of their first visit, and of their first order.
alter table person_first
  add column visit_channels text[] not null default '{}',
  add column order_channels text[] not null default '{}';
-- Empty: everybody of the cohort. Somebody who came by two channels on that day belongs to both.
alter table cohort_cell
  add column channel text not null default '',
  drop constraint cohort_cell_pkey,
  add primary key (merchant_id, basis, unit, channel, cohort, period);
