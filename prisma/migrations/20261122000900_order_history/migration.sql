-- CreateEnum
CREATE TYPE "history_import_state" AS ENUM ('previewed', 'running', 'done', 'failed', 'undone');

-- CreateEnum
CREATE TYPE "history_line_kind" AS ENUM ('sale', 'refund', 'refused');

-- CreateTable
CREATE TABLE "history_import" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "byte_size" BIGINT NOT NULL,
    "state" "history_import_state" NOT NULL DEFAULT 'previewed',
    "preview" JSONB NOT NULL,
    "mapping" JSONB,
    "read_lines" INTEGER NOT NULL DEFAULT 0,
    "sale_lines" INTEGER NOT NULL DEFAULT 0,
    "refund_lines" INTEGER NOT NULL DEFAULT 0,
    "refused_lines" INTEGER NOT NULL DEFAULT 0,
    "orders" INTEGER NOT NULL DEFAULT 0,
    "refunds" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "history_import_pkey" PRIMARY KEY ("merchant_id","id")
);

-- CreateTable
CREATE TABLE "history_line" (
    "merchant_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "line_no" INTEGER NOT NULL,
    "kind" "history_line_kind" NOT NULL,
    "invoice_no" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "is_service" BOOLEAN NOT NULL,
    "quantity" INTEGER NOT NULL,
    "unit_price_fen" BIGINT NOT NULL,
    "amount_fen" BIGINT NOT NULL,
    "sold_at" TIMESTAMPTZ(3),
    "customer_ref" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "fault" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "history_line_pkey" PRIMARY KEY ("merchant_id","import_id","line_no")
);

-- CreateTable
CREATE TABLE "history_order" (
    "merchant_id" UUID NOT NULL,
    "invoice_no" TEXT NOT NULL,
    "import_id" UUID NOT NULL,
    "kind" "history_line_kind" NOT NULL,
    "sold_at" TIMESTAMPTZ(3) NOT NULL,
    "customer_ref" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "line_count" INTEGER NOT NULL,
    "units" INTEGER NOT NULL,
    "amount_fen" BIGINT NOT NULL,

    CONSTRAINT "history_order_pkey" PRIMARY KEY ("merchant_id","invoice_no")
);

-- CreateIndex
CREATE INDEX "history_import_merchant_id_created_at_idx" ON "history_import"("merchant_id", "created_at");

-- CreateIndex
CREATE INDEX "history_line_merchant_id_import_id_invoice_no_idx" ON "history_line"("merchant_id", "import_id", "invoice_no");

-- CreateIndex
CREATE INDEX "history_line_merchant_id_sold_at_idx" ON "history_line"("merchant_id", "sold_at");

-- CreateIndex
CREATE INDEX "history_order_merchant_id_sold_at_idx" ON "history_order"("merchant_id", "sold_at");

-- CreateIndex
CREATE INDEX "history_order_merchant_id_customer_ref_sold_at_idx" ON "history_order"("merchant_id", "customer_ref", "sold_at");

-- CreateIndex
CREATE INDEX "history_order_merchant_id_import_id_idx" ON "history_order"("merchant_id", "import_id");

alter table history_import add check (read_lines >= sale_lines + refund_lines + refused_lines);
alter table history_line
  add check ((kind = 'refused') = (fault <> '')),
  add check (kind = 'refused' or (sold_at is not null and quantity > 0 and unit_price_fen > 0
    and amount_fen = quantity * unit_price_fen));
alter table history_order add check (kind <> 'refused' and amount_fen > 0 and units > 0 and line_count > 0);

select isolate_tenant_tables();
