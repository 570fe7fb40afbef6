-- CreateTable
CREATE TABLE "day_first_order" (
    "merchant_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "within_days" INTEGER NOT NULL,
    "buyers" INTEGER NOT NULL,

    CONSTRAINT "day_first_order_pkey" PRIMARY KEY ("merchant_id","day","within_days")
);

-- CreateTable
CREATE TABLE "day_order_gap" (
    "merchant_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "gap_days" INTEGER[],
    "gaps" INTEGER[],

    CONSTRAINT "day_order_gap_pkey" PRIMARY KEY ("merchant_id","day")
);

alter table day_first_order
  add check (within_days in (0, 30, 60, 90, 180)),
  add check (buyers > 0);
-- Both parts belong together.
alter table day_order_gap add check (cardinality(gap_days) = cardinality(gaps));
select isolate_tenant_tables();
