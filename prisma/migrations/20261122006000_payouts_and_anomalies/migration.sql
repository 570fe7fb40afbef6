-- CreateEnum
CREATE TYPE "off_platform_report_state" AS ENUM ('new', 'upheld', 'dismissed');

-- CreateTable
CREATE TABLE "odd_order" (
    "merchant_id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "distributor_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "has_no_click" BOOLEAN NOT NULL,
    "to_own_address" BOOLEAN NOT NULL,
    "by_own_payer" BOOLEAN NOT NULL,
    "is_refunded" BOOLEAN NOT NULL,

    CONSTRAINT "odd_order_pkey" PRIMARY KEY ("merchant_id","order_id")
);

-- CreateTable
CREATE TABLE "anomaly_window" (
    "merchant_id" UUID NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "found_at" TIMESTAMPTZ(3) NOT NULL,
    "clicks_without_orders" INTEGER NOT NULL,
    "orders_without_clicks" INTEGER NOT NULL,
    "own_customer" INTEGER NOT NULL,
    "refund_ring" INTEGER NOT NULL,

    CONSTRAINT "anomaly_window_pkey" PRIMARY KEY ("merchant_id","from_day","to_day")
);

-- CreateTable
CREATE TABLE "anomaly_finding" (
    "merchant_id" UUID NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "distributor_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "anomalies" TEXT[],
    "clicks" INTEGER NOT NULL,
    "orders" INTEGER NOT NULL,
    "orders_without_click" INTEGER NOT NULL,
    "refunded_orders" INTEGER NOT NULL,
    "refunded_payers" INTEGER NOT NULL,
    "orders_to_own_address" INTEGER NOT NULL,
    "orders_by_own_payer" INTEGER NOT NULL,

    CONSTRAINT "anomaly_finding_pkey" PRIMARY KEY ("merchant_id","from_day","to_day","distributor_id")
);

-- CreateTable
CREATE TABLE "off_platform_report" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "distributor_id" UUID,
    "about" TEXT NOT NULL DEFAULT '',
    "content" TEXT NOT NULL,
    "order_id" UUID,
    "product_id" UUID,
    "state" "off_platform_report_state" NOT NULL DEFAULT 'new',
    "note" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by" UUID,

    CONSTRAINT "off_platform_report_pkey" PRIMARY KEY ("merchant_id","id")
);

-- CreateTable
CREATE TABLE "payout_day" (
    "merchant_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "due" INTEGER NOT NULL,
    "on_time" INTEGER NOT NULL,
    "minutes" INTEGER[],
    "times" INTEGER[],

    CONSTRAINT "payout_day_pkey" PRIMARY KEY ("merchant_id","day")
);

-- CreateTable
CREATE TABLE "payout_owed" (
    "merchant_id" UUID NOT NULL,
    "summed_at" TIMESTAMPTZ(3) NOT NULL,
    "available_fen" BIGINT NOT NULL,
    "pending_fen" BIGINT NOT NULL,
    "debt_fen" BIGINT NOT NULL,
    "withheld_tax_fen" BIGINT NOT NULL,
    "owed_fen" BIGINT NOT NULL,
    "balance_fen" BIGINT,
    "balance_day" DATE,

    CONSTRAINT "payout_owed_pkey" PRIMARY KEY ("merchant_id")
);

-- CreateIndex
CREATE INDEX "odd_order_merchant_id_day_idx" ON "odd_order"("merchant_id", "day");

-- CreateIndex
CREATE INDEX "odd_order_merchant_id_distributor_id_day_idx" ON "odd_order"("merchant_id", "distributor_id", "day");

-- CreateIndex
CREATE INDEX "anomaly_finding_merchant_id_from_day_to_day_place_idx" ON "anomaly_finding"("merchant_id", "from_day", "to_day", "place");

-- CreateIndex
CREATE INDEX "off_platform_report_merchant_id_created_at_idx" ON "off_platform_report"("merchant_id", "created_at");

-- CreateIndex
CREATE INDEX "off_platform_report_merchant_id_state_created_at_idx" ON "off_platform_report"("merchant_id", "state", "created_at");

-- CreateIndex
CREATE INDEX "off_platform_report_merchant_id_customer_id_created_at_idx" ON "off_platform_report"("merchant_id", "customer_id", "created_at");

-- CreateIndex
CREATE INDEX "payout_merchant_id_due_at_id_idx" ON "payout"("merchant_id", "due_at", "id");

alter table payout_day
  add check (on_time between 0 and due),
  add check (cardinality(minutes) = cardinality(times));
alter table payout_owed
  add check ((balance_fen is null) = (balance_day is null));

-- Nothing odd about an order is no row.
alter table odd_order
  add check (has_no_click or to_own_address or by_own_payer or is_refunded);
alter table anomaly_finding
  add check (cardinality(anomalies) > 0);

-- Who looked at it says so, with a note. The words can be blank: whoever wrote them may have been erased.
alter table off_platform_report
  add check (char_length(content) <= 500 and char_length(about) <= 60 and char_length(note) <= 300),
  add check ((state = 'new') = (decided_at is null)),
  add check ((decided_at is null) = (decided_by is null)),
  add check (state = 'new' or note <> ''),
  add foreign key (merchant_id, customer_id) references customer (merchant_id, id),
  add foreign key (merchant_id, distributor_id) references distributor (merchant_id, id),
  add foreign key (merchant_id, order_id) references orders (merchant_id, id),
  add foreign key (merchant_id, product_id) references product (merchant_id, id),
  add foreign key (merchant_id, decided_by) references staff (merchant_id, id);
create index off_platform_report_about_idx on off_platform_report (merchant_id, distributor_id, created_at)
  where distributor_id is not null;

select isolate_tenant_tables();
