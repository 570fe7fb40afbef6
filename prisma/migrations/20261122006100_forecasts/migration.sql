-- CreateTable
CREATE TABLE "forecast" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "seeds" INTEGER NOT NULL,
    "friends_per_hop_bps" INTEGER NOT NULL,
    "hops" INTEGER NOT NULL,
    "conversion_bps" INTEGER NOT NULL,
    "order_value_fen" BIGINT NOT NULL,
    "units_per_order_bps" INTEGER NOT NULL,
    "gross_margin_bps" INTEGER NOT NULL,
    "level1_bps" INTEGER NOT NULL,
    "level2_bps" INTEGER NOT NULL,
    "payment_fee_bps" INTEGER NOT NULL,
    "fixed_cost_fen" BIGINT NOT NULL,
    "population" INTEGER NOT NULL,
    "orders" INTEGER NOT NULL,
    "sales_fen" BIGINT NOT NULL,
    "saved_by" UUID NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "forecast_pkey" PRIMARY KEY ("merchant_id","id")
);

-- CreateIndex
CREATE INDEX "forecast_merchant_id_to_day_idx" ON "forecast"("merchant_id", "to_day");

alter table forecast
  add check (char_length(title) between 1 and 60),
  add check (to_day > from_day and to_day <= from_day + 366),
  -- A forecast of days that are over would be none.
  add check (from_day >= (saved_at at time zone 'Asia/Shanghai')::date),
  add check (orders >= 0 and sales_fen = orders * order_value_fen),
  add foreign key (merchant_id, saved_by) references staff (merchant_id, id);

-- Whoever could change or drop a forecast afterwards could make the others look right.
create trigger forecast_is_append_only before update or delete on forecast
  for each row execute function refuse_change();
create trigger forecast_is_not_truncated before truncate on forecast
  for each statement execute function refuse_change();
select isolate_tenant_tables();
