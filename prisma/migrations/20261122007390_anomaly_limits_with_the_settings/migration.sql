-- The limits of the anomalies stand with the other settings of the boards: one row of settings per merchant.
drop table anomaly_setting;
alter table analytics_setting
  add column anomaly_thresholds jsonb not null default '{}',
  add column anomaly_changed_at timestamptz(3);
