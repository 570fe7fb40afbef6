-- CreateTable
CREATE TABLE "share_node" (
    "merchant_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "parent_id" UUID,
    "link_id" UUID,
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "brought_at" TIMESTAMPTZ(3),
    "depth" INTEGER NOT NULL,
    "children" INTEGER NOT NULL DEFAULT 0,
    "soon_children" INTEGER NOT NULL DEFAULT 0,
    "orders" INTEGER NOT NULL DEFAULT 0,
    "net_fen" BIGINT NOT NULL DEFAULT 0,
    "below_hops" INTEGER NOT NULL DEFAULT 0,
    "below_people" INTEGER NOT NULL DEFAULT 0,
    "below_orders" INTEGER NOT NULL DEFAULT 0,
    "below_fen" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "share_node_pkey" PRIMARY KEY ("merchant_id","person_id")
);

-- CreateTable
CREATE TABLE "share_hop" (
    "merchant_id" UUID NOT NULL,
    "root_id" UUID NOT NULL,
    "hop" INTEGER NOT NULL,
    "people" INTEGER NOT NULL,
    "sharers" INTEGER NOT NULL,
    "due_people" INTEGER NOT NULL,
    "due_children" INTEGER NOT NULL,
    "orders" INTEGER NOT NULL,
    "net_fen" BIGINT NOT NULL,

    CONSTRAINT "share_hop_pkey" PRIMARY KEY ("merchant_id","root_id","hop")
);

-- CreateTable
CREATE TABLE "share_day" (
    "merchant_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "seen" INTEGER NOT NULL,
    "soon_children" INTEGER NOT NULL,
    "depths" INTEGER[],
    "waits" INTEGER[],

    CONSTRAINT "share_day_pkey" PRIMARY KEY ("merchant_id","day")
);

-- CreateTable
CREATE TABLE "first_order_day" (
    "merchant_id" UUID NOT NULL,
    "distributor_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "buyers" INTEGER NOT NULL,

    CONSTRAINT "first_order_day_pkey" PRIMARY KEY ("merchant_id","distributor_id","day")
);

-- CreateTable
CREATE TABLE "distributor_day" (
    "merchant_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "openings" INTEGER NOT NULL,
    "orders" INTEGER NOT NULL,
    "gross_fen" BIGINT NOT NULL,
    "refund_fen" BIGINT NOT NULL,
    "commission1_fen" BIGINT NOT NULL,
    "commission2_fen" BIGINT NOT NULL,
    "clawed_back_fen" BIGINT NOT NULL,
    "new_buyers" INTEGER NOT NULL,

    CONSTRAINT "distributor_day_pkey" PRIMARY KEY ("merchant_id","day")
);

-- CreateTable
CREATE TABLE "distributor_window" (
    "merchant_id" UUID NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "ranked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "distributor_window_pkey" PRIMARY KEY ("merchant_id","from_day","to_day")
);

-- CreateTable
CREATE TABLE "distributor_standing" (
    "merchant_id" UUID NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "distributor_id" UUID NOT NULL,
    "openings" INTEGER NOT NULL,
    "visitors" INTEGER NOT NULL,
    "new_buyers" INTEGER NOT NULL,
    "buyers" INTEGER NOT NULL,
    "orders" INTEGER NOT NULL,
    "gross_fen" BIGINT NOT NULL,
    "refund_fen" BIGINT NOT NULL,
    "commission1_fen" BIGINT NOT NULL,
    "commission2_fen" BIGINT NOT NULL,
    "clawed_back_fen" BIGINT NOT NULL,

    CONSTRAINT "distributor_standing_pkey" PRIMARY KEY ("merchant_id","from_day","to_day","distributor_id")
);

-- CreateTable
CREATE TABLE "distributor_stage" (
    "merchant_id" UUID NOT NULL,
    "stage" TEXT NOT NULL,
    "distributors" INTEGER NOT NULL,

    CONSTRAINT "distributor_stage_pkey" PRIMARY KEY ("merchant_id","stage")
);

-- CreateIndex
CREATE INDEX "share_node_merchant_id_depth_idx" ON "share_node"("merchant_id", "depth");

-- CreateIndex
CREATE INDEX "share_node_merchant_id_parent_id_below_people_person_id_idx" ON "share_node"("merchant_id", "parent_id", "below_people" DESC, "person_id");

-- CreateIndex
CREATE INDEX "share_node_merchant_id_link_id_below_people_person_id_idx" ON "share_node"("merchant_id", "link_id", "below_people" DESC, "person_id");

-- CreateIndex
CREATE INDEX "share_node_merchant_id_below_people_person_id_idx" ON "share_node"("merchant_id", "below_people" DESC, "person_id");

-- CreateIndex
CREATE INDEX "first_order_day_merchant_id_day_idx" ON "first_order_day"("merchant_id", "day");

-- A root was brought by nobody, everybody else by somebody, with a link, at a moment.
alter table share_node
  add check ((parent_id is null) = (depth = 0)),
  add check ((parent_id is null) = (link_id is null)),
  add check ((parent_id is null) = (brought_at is null)),
  add check (parent_id is distinct from person_id);
select isolate_tenant_tables();
