-- CreateEnum
CREATE TYPE "slice_kind" AS ENUM ('all', 'channel', 'category', 'scene', 'region', 'product', 'distributor');

-- CreateEnum
CREATE TYPE "dirty_what" AS ENUM ('facts', 'people');

-- CreateTable
CREATE TABLE "slice" (
    "merchant_id" UUID NOT NULL,
    "id" SERIAL NOT NULL,
    "kind" "slice_kind" NOT NULL,
    "key" TEXT NOT NULL,

    CONSTRAINT "slice_pkey" PRIMARY KEY ("merchant_id","id")
);

-- CreateTable
CREATE TABLE "day_person" (
    "merchant_id" UUID NOT NULL,
    "slice_id" INTEGER NOT NULL,
    "person_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "acts" INTEGER NOT NULL,
    "orders" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "day_person_pkey" PRIMARY KEY ("merchant_id","slice_id","person_id","day")
);

-- CreateTable
CREATE TABLE "day_people" (
    "merchant_id" UUID NOT NULL,
    "slice_id" INTEGER NOT NULL,
    "question" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "reaches" INTEGER[],
    "gained" INTEGER[],

    CONSTRAINT "day_people_pkey" PRIMARY KEY ("merchant_id","slice_id","question","day")
);

-- CreateTable
CREATE TABLE "day_figure" (
    "merchant_id" UUID NOT NULL,
    "slice_id" INTEGER NOT NULL,
    "day" DATE NOT NULL,
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

    CONSTRAINT "day_figure_pkey" PRIMARY KEY ("merchant_id","slice_id","day")
);

-- CreateTable
CREATE TABLE "month_figure" (
    "merchant_id" UUID NOT NULL,
    "slice_id" INTEGER NOT NULL,
    "month" DATE NOT NULL,
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

    CONSTRAINT "month_figure_pkey" PRIMARY KEY ("merchant_id","slice_id","month")
);

-- CreateTable
CREATE TABLE "rollup_dirty" (
    "merchant_id" UUID NOT NULL,
    "what" "dirty_what" NOT NULL,
    "day" DATE NOT NULL,
    "marked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rollup_dirty_pkey" PRIMARY KEY ("merchant_id","what","day")
);

-- CreateTable
CREATE TABLE "rollup_day" (
    "merchant_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "rolled_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rollup_day_pkey" PRIMARY KEY ("merchant_id","day")
);

-- CreateTable
CREATE TABLE "rollup_state" (
    "merchant_id" UUID NOT NULL,
    "scanned_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rollup_state_pkey" PRIMARY KEY ("merchant_id")
);

-- CreateTable
CREATE TABLE "analytics_setting" (
    "merchant_id" UUID NOT NULL,
    "fixed_cost_per_day_fen" BIGINT NOT NULL DEFAULT 0,
    "freight_cost_per_order_fen" BIGINT NOT NULL DEFAULT 0,
    "activity_weights" JSONB NOT NULL DEFAULT '{}',
    "safety_days" INTEGER NOT NULL DEFAULT 7,
    "slow_mover_days" INTEGER NOT NULL DEFAULT 60,

    CONSTRAINT "analytics_setting_pkey" PRIMARY KEY ("merchant_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "slice_merchant_id_kind_key_key" ON "slice"("merchant_id", "kind", "key");

-- CreateIndex
CREATE INDEX "day_person_merchant_id_day_idx" ON "day_person"("merchant_id", "day");

-- CreateIndex
CREATE INDEX "day_person_merchant_id_person_id_idx" ON "day_person"("merchant_id", "person_id");

-- CreateIndex
CREATE INDEX "day_figure_merchant_id_day_idx" ON "day_figure"("merchant_id", "day");

-- CreateIndex
CREATE INDEX "month_figure_merchant_id_month_idx" ON "month_figure"("merchant_id", "month");

-- CreateIndex
CREATE INDEX "visitor_merchant_id_first_seen_at_idx" ON "visitor"("merchant_id", "first_seen_at");

-- CreateIndex
CREATE INDEX "visitor_merchant_id_joined_at_idx" ON "visitor"("merchant_id", "joined_at");

-- CreateIndex
CREATE INDEX "orders_merchant_id_paid_at_idx" ON "orders"("merchant_id", "paid_at");

-- CreateIndex
CREATE INDEX "refund_merchant_id_succeeded_at_idx" ON "refund"("merchant_id", "succeeded_at");

-- CreateIndex
CREATE INDEX "share_click_merchant_id_clicked_at_idx" ON "share_click"("merchant_id", "clicked_at");

-- The parts of a people row belong together.
ALTER TABLE "day_people" ADD CHECK (cardinality("reaches") = cardinality("gained"));
select isolate_tenant_tables();
-- The application names new slices by itself.
grant usage on sequence slice_id_seq to renhe_app;
