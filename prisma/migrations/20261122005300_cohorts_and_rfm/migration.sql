-- CreateTable
CREATE TABLE "person_first" (
    "merchant_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "visit_day" DATE NOT NULL,
    "order_day" DATE,

    CONSTRAINT "person_first_pkey" PRIMARY KEY ("merchant_id","person_id")
);

-- CreateTable
CREATE TABLE "cohort_cell" (
    "merchant_id" UUID NOT NULL,
    "basis" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "cohort" DATE NOT NULL,
    "period" DATE NOT NULL,
    "people" INTEGER NOT NULL,

    CONSTRAINT "cohort_cell_pkey" PRIMARY KEY ("merchant_id","basis","unit","cohort","period")
);

-- CreateTable
CREATE TABLE "rfm_customer" (
    "merchant_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "customer_ref" TEXT NOT NULL,
    "orders" INTEGER NOT NULL,
    "net_fen" BIGINT NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,
    "last_day" DATE NOT NULL,
    "last_order_no" TEXT NOT NULL,
    "segment" TEXT NOT NULL,

    CONSTRAINT "rfm_customer_pkey" PRIMARY KEY ("merchant_id","person_id")
);

-- CreateTable
CREATE TABLE "rfm_segment" (
    "merchant_id" UUID NOT NULL,
    "segment" TEXT NOT NULL,
    "as_of" DATE NOT NULL,
    "customers" INTEGER NOT NULL,
    "recency_days" BIGINT NOT NULL,
    "orders" BIGINT NOT NULL,
    "net_fen" BIGINT NOT NULL,

    CONSTRAINT "rfm_segment_pkey" PRIMARY KEY ("merchant_id","segment")
);

-- CreateIndex
CREATE INDEX "person_first_merchant_id_visit_day_person_id_idx" ON "person_first"("merchant_id", "visit_day", "person_id");

-- CreateIndex
CREATE INDEX "person_first_merchant_id_order_day_person_id_idx" ON "person_first"("merchant_id", "order_day", "person_id");

-- CreateIndex
CREATE INDEX "rfm_customer_merchant_id_segment_net_fen_person_id_idx" ON "rfm_customer"("merchant_id", "segment", "net_fen" DESC, "person_id");

-- CreateIndex
CREATE INDEX "rfm_customer_merchant_id_net_fen_person_id_idx" ON "rfm_customer"("merchant_id", "net_fen" DESC, "person_id");

-- Whoever pays has come: nobody's first order lies before their first visit.
alter table person_first add check (order_day >= visit_day);
alter table cohort_cell
  add check (basis in ('visit', 'order')),
  add check (unit in ('week', 'month')),
  add check (period >= cohort),
  add check (people > 0);
alter table rfm_customer
  add check (orders > 0),
  add check (segment in ('111', '101', '011', '001', '110', '100', '010', '000'));
alter table rfm_segment
  add check (customers > 0),
  add check (recency_days >= 0),
  add check (segment in ('111', '101', '011', '001', '110', '100', '010', '000'));
select isolate_tenant_tables();
