-- Days between orders by whole dekads: the larger a shop, the more lengths each day has, and a year has 365 of them.
-- CreateTable
CREATE TABLE "dekad_order_gap" (
    "merchant_id" UUID NOT NULL,
    "dekad" DATE NOT NULL,
    "gap_days" INTEGER[],
    "gaps" INTEGER[],

    CONSTRAINT "dekad_order_gap_pkey" PRIMARY KEY ("merchant_id","dekad")
);

alter table dekad_order_gap add check (cardinality(gap_days) = cardinality(gaps));
select isolate_tenant_tables();

-- What was counted before has its dekads at once: the worker writes them with the days.
do $$
declare one uuid;
begin
  -- Row security holds for the owner too: each merchant is asked as itself.
  for one in select id from merchant loop
    perform set_config('app.merchant_id', one::text, true);
    insert into dekad_order_gap (merchant_id, dekad, gap_days, gaps)
    select one, dekad, array_agg(gap order by gap), array_agg(times order by gap)
    from (
      select date_trunc('month', day::timestamp)::date + 10 * least(2, (extract(day from day)::int - 1) / 10) as dekad,
        u.gap, sum(u.times)::int as times
      from day_order_gap cross join lateral unnest(gap_days, gaps) u (gap, times)
      where merchant_id = one group by 1, 2) counted
    group by dekad;
  end loop;
end $$;
