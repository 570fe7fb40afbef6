-- Windows that cut a month read dekads (from the 1st, 11th and 21st) instead of its days.
-- CreateTable
CREATE TABLE "dekad_figure" (
    "merchant_id" UUID NOT NULL,
    "slice_id" INTEGER NOT NULL,
    "dekad" DATE NOT NULL,
    "clicks" INTEGER NOT NULL DEFAULT 0,
    "openings" INTEGER NOT NULL DEFAULT 0,
    "views" INTEGER NOT NULL DEFAULT 0,
    "dwell_ms" BIGINT NOT NULL DEFAULT 0,
    "favourites" INTEGER NOT NULL DEFAULT 0,
    "carts" INTEGER NOT NULL DEFAULT 0,
    "checkouts" INTEGER NOT NULL DEFAULT 0,
    "share_sets" INTEGER NOT NULL DEFAULT 0,
    "orders" INTEGER NOT NULL DEFAULT 0,
    "units" INTEGER NOT NULL DEFAULT 0,
    "gross_fen" BIGINT NOT NULL DEFAULT 0,
    "discount_fen" BIGINT NOT NULL DEFAULT 0,
    "freight_fen" BIGINT NOT NULL DEFAULT 0,
    "cost_fen" BIGINT NOT NULL DEFAULT 0,
    "uncosted_fen" BIGINT NOT NULL DEFAULT 0,
    "refunds" INTEGER NOT NULL DEFAULT 0,
    "refund_units" INTEGER NOT NULL DEFAULT 0,
    "refund_fen" BIGINT NOT NULL DEFAULT 0,
    "returned_cost_fen" BIGINT NOT NULL DEFAULT 0,
    "uncosted_back_fen" BIGINT NOT NULL DEFAULT 0,
    "commission1_fen" BIGINT NOT NULL DEFAULT 0,
    "commission2_fen" BIGINT NOT NULL DEFAULT 0,
    "clawed_back_fen" BIGINT NOT NULL DEFAULT 0,
    "fee_fen" BIGINT NOT NULL DEFAULT 0,
    -- What the days learn to hold of refunds: freight, and the fee that came back with it.
    "refund_freight_fen" BIGINT NOT NULL DEFAULT 0,
    "fee_back_fen" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "dekad_figure_pkey" PRIMARY KEY ("merchant_id","slice_id","dekad")
);

-- CreateTable
CREATE TABLE "dekad_people" (
    "merchant_id" UUID NOT NULL,
    "slice_id" INTEGER NOT NULL,
    "question" TEXT NOT NULL,
    "dekad" DATE NOT NULL,
    "reaches" INTEGER[],
    "gained" INTEGER[],

    CONSTRAINT "dekad_people_pkey" PRIMARY KEY ("merchant_id","slice_id","question","dekad")
);

-- CreateIndex
CREATE INDEX "dekad_figure_merchant_id_dekad_idx" ON "dekad_figure"("merchant_id", "dekad");

alter table dekad_people add check (cardinality(reaches) = cardinality(gained));
-- As with day_people: a board reads these rows from end to end.
alter table dekad_people alter reaches set storage main, alter gained set storage main;
select isolate_tenant_tables();

-- What was rolled up before has its dekads at once: the worker writes those of days that change.
do $$
declare one uuid;
begin
  -- Row security holds for the owner too: each merchant is asked as itself.
  for one in select id from merchant loop
    perform set_config('app.merchant_id', one::text, true);
    insert into dekad_figure (merchant_id, slice_id, dekad,
      clicks, openings, views, dwell_ms, favourites, carts, checkouts, share_sets, orders, units,
      gross_fen, discount_fen, freight_fen, cost_fen, uncosted_fen, refunds, refund_units, refund_fen,
      returned_cost_fen, uncosted_back_fen, commission1_fen, commission2_fen, clawed_back_fen, fee_fen)
    select merchant_id, slice_id, (date_trunc('month', day::timestamp)::date + 10 * least(2, (extract(day from day)::int - 1) / 10)),
      sum(clicks), sum(openings), sum(views), sum(dwell_ms), sum(favourites), sum(carts), sum(checkouts),
      sum(share_sets), sum(orders), sum(units), sum(gross_fen), sum(discount_fen), sum(freight_fen),
      sum(cost_fen), sum(uncosted_fen), sum(refunds), sum(refund_units), sum(refund_fen),
      sum(returned_cost_fen), sum(uncosted_back_fen), sum(commission1_fen), sum(commission2_fen),
      sum(clawed_back_fen), sum(fee_fen)
    from day_figure where merchant_id = one group by 1, 2, 3;
    insert into dekad_people (merchant_id, slice_id, question, dekad, reaches, gained)
    select one, slice_id, question, dekad, array_agg(reach order by reach), array_agg(people order by reach)
    from (
      select slice_id, question, dekad, reach,
        sum(change) over (partition by slice_id, question, dekad order by reach)::int as people
      from (
        select slice_id, question, dekad, greatest(1, s.reach - (day - dekad)) as reach,
          sum(s.people - s.before) as change
        from (
          select p.*, (date_trunc('month', day::timestamp)::date + 10 * least(2, (extract(day from day)::int - 1) / 10)) as dekad
          from day_people p join slice k on k.merchant_id = one and k.id = p.slice_id and k.kind <> 'distributor'
          where p.merchant_id = one) p
        cross join lateral unnest(p.reaches, p.gained, 0 || p.gained) s (reach, people, before)
        where s.reach is not null
        group by 1, 2, 3, 4 having sum(s.people - s.before) <> 0) step) summed
    group by slice_id, question, dekad;
  end loop;
  perform set_config('app.merchant_id', '', true);
end $$;
