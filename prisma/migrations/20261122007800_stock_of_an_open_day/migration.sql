-- How each SKU stands on the day that is not over, as far as the worker has counted: boards read it instead of all
-- movements of today and of each SKU's last day before. Derived: the worker's next run fills it.
-- CreateTable
CREATE TABLE "stock_day_open" (
    "merchant_id" UUID NOT NULL,
    "counted_until" TIMESTAMPTZ(3) NOT NULL,
    "sku_id" UUID NOT NULL,
    "first_day" DATE NOT NULL,
    "received_units" BIGINT NOT NULL,
    "received_fen" BIGINT NOT NULL,
    "sold_units" BIGINT NOT NULL,
    "sold_fen" BIGINT NOT NULL,
    "returned_units" BIGINT NOT NULL,
    "returned_fen" BIGINT NOT NULL,
    "adjusted_units" BIGINT NOT NULL,
    "adjusted_fen" BIGINT NOT NULL,
    "value_days_fen" BIGINT NOT NULL,
    "empty_days" INTEGER NOT NULL,
    "last_received_day" DATE,
    "last_sold_day" DATE,
    "month_units" BIGINT NOT NULL,

    CONSTRAINT "stock_day_open_pkey" PRIMARY KEY ("merchant_id","counted_until","sku_id")
);

select isolate_tenant_tables();
