-- CreateEnum
CREATE TYPE "review_state" AS ENUM ('waiting', 'published', 'hidden', 'withdrawn');

-- CreateEnum
CREATE TYPE "refund_kind" AS ENUM ('quality', 'damaged', 'missing', 'wrong_item', 'late', 'changed_mind', 'other');

-- AlterTable
ALTER TABLE "refund" ADD COLUMN "kind" "refund_kind" NOT NULL DEFAULT 'other';

-- CreateTable
CREATE TABLE "review" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "line_no" INTEGER NOT NULL,
    "product_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "score" INTEGER NOT NULL,
    "content" TEXT NOT NULL DEFAULT '',
    "state" "review_state" NOT NULL,
    "hide_reason" TEXT NOT NULL DEFAULT '',
    "answer" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "review_pkey" PRIMARY KEY ("merchant_id","id")
);

-- CreateTable
CREATE TABLE "nps_answer" (
    "merchant_id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "score" INTEGER NOT NULL,
    "content" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "nps_answer_pkey" PRIMARY KEY ("merchant_id","order_id")
);

-- CreateTable
CREATE TABLE "day_voice" (
    "merchant_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "nps_counts" INTEGER[] NOT NULL,
    "stars1" INTEGER NOT NULL,
    "stars2" INTEGER NOT NULL,
    "stars3" INTEGER NOT NULL,
    "stars4" INTEGER NOT NULL,
    "stars5" INTEGER NOT NULL,
    "paid_orders" INTEGER NOT NULL,
    "refunded_orders" INTEGER NOT NULL,
    "complaint_orders" INTEGER NOT NULL,
    "shipped_orders" INTEGER NOT NULL,
    "late_orders" INTEGER NOT NULL,

    CONSTRAINT "day_voice_pkey" PRIMARY KEY ("merchant_id","day")
);

-- CreateTable
CREATE TABLE "day_product_stars" (
    "merchant_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "product_id" UUID NOT NULL,
    "stars1" INTEGER NOT NULL,
    "stars2" INTEGER NOT NULL,
    "stars3" INTEGER NOT NULL,
    "stars4" INTEGER NOT NULL,
    "stars5" INTEGER NOT NULL,

    CONSTRAINT "day_product_stars_pkey" PRIMARY KEY ("merchant_id","day","product_id")
);

-- CreateTable
CREATE TABLE "month_product_stars" (
    "merchant_id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "product_id" UUID NOT NULL,
    "stars1" INTEGER NOT NULL,
    "stars2" INTEGER NOT NULL,
    "stars3" INTEGER NOT NULL,
    "stars4" INTEGER NOT NULL,
    "stars5" INTEGER NOT NULL,

    CONSTRAINT "month_product_stars_pkey" PRIMARY KEY ("merchant_id","month","product_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "review_merchant_id_order_id_line_no_key" ON "review"("merchant_id", "order_id", "line_no");

-- CreateIndex
CREATE INDEX "review_merchant_id_created_at_idx" ON "review"("merchant_id", "created_at");

-- CreateIndex
CREATE INDEX "review_merchant_id_state_created_at_idx" ON "review"("merchant_id", "state", "created_at");

-- CreateIndex
CREATE INDEX "review_merchant_id_product_id_created_at_idx" ON "review"("merchant_id", "product_id", "created_at");

-- CreateIndex
CREATE INDEX "review_merchant_id_customer_id_idx" ON "review"("merchant_id", "customer_id");

-- CreateIndex
CREATE INDEX "review_merchant_id_changed_at_idx" ON "review"("merchant_id", "changed_at");

-- CreateIndex
CREATE INDEX "nps_answer_merchant_id_created_at_idx" ON "nps_answer"("merchant_id", "created_at");

-- CreateIndex
CREATE INDEX "nps_answer_merchant_id_customer_id_created_at_idx" ON "nps_answer"("merchant_id", "customer_id", "created_at");

-- A review belongs to a line that was bought, and to its buyer; so does an answer.
alter table review
  add check (score between 1 and 5),
  add check (char_length(content) <= 500 and char_length(answer) <= 500),
  add check ((state = 'hidden') = (hide_reason <> '')),
  -- Stars alone say nothing that somebody would have to decide about.
  add check (content <> '' or state in ('published', 'withdrawn')),
  add check (state <> 'withdrawn' or (content = '' and answer = '')),
  add check ((answer <> '') = (answered_at is not null)),
  add foreign key (merchant_id, order_id, line_no) references order_line (merchant_id, order_id, line_no),
  add foreign key (merchant_id, product_id) references product (merchant_id, id),
  add foreign key (merchant_id, customer_id) references customer (merchant_id, id);
alter table nps_answer
  add check (score between 0 and 10),
  add check (char_length(content) <= 500),
  add foreign key (merchant_id, order_id) references orders (merchant_id, id),
  add foreign key (merchant_id, customer_id) references customer (merchant_id, id);
alter table day_voice
  add check (cardinality(nps_counts) = 11),
  add check (refunded_orders between 0 and paid_orders),
  add check (complaint_orders between 0 and refunded_orders),
  add check (late_orders between 0 and shipped_orders);

-- What left on a day, and what was paid on it: the roll-up of a day asks, and the lists behind it.
create index orders_merchant_id_shipped_at_idx on orders (merchant_id, shipped_at) where shipped_at is not null;

select isolate_tenant_tables();
