-- RFM against 30 days before: which segment somebody stood in then (empty: no order in the 365 days up to that day),
-- and how many went from which to which.
alter table rfm_customer add column segment_before text not null default ''
  check (segment_before in ('', '111', '101', '011', '001', '110', '100', '010', '000'));
create table rfm_move (
    merchant_id uuid not null,
    was text not null,
    became text not null,
    as_of date not null,
    customers integer not null,

    constraint rfm_move_pkey primary key (merchant_id, was, became),
    check (customers > 0),
    check (was <> '' or became <> ''),
    check (was in ('', '111', '101', '011', '001', '110', '100', '010', '000')),
    check (became in ('', '111', '101', '011', '001', '110', '100', '010', '000'))
);
select isolate_tenant_tables();
