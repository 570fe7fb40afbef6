-- A refund that WeChat cannot bring to its end is ended by a person: given up, or paid by another way.
alter table refund
  add column ended_by uuid,
  add column ended_reason text not null default '',
  add column paid_elsewhere boolean not null default false;
alter table refund
  add check ((ended_by is not null) = (ended_reason <> '')),
  add check (ended_by is null or state in ('success', 'closed')),
  add check (ended_by is null or paid_elsewhere = (state = 'success'));
alter table refund add check (not paid_elsewhere or ended_by is not null);
