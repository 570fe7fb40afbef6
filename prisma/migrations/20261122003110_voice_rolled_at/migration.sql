-- Since when a day's word of mouth may be behind its facts; nothing has been written before this.
alter table day_voice add column rolled_at timestamptz(3) not null;
