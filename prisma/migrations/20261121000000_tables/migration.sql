-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "product_status" AS ENUM ('draft', 'active', 'archived');

-- CreateEnum
CREATE TYPE "commission_scope" AS ENUM ('sku', 'product', 'category', 'grade', 'merchant');

-- CreateEnum
CREATE TYPE "commission_state" AS ENUM ('pending', 'settled', 'reversed', 'held');

-- CreateEnum
CREATE TYPE "distributor_status" AS ENUM ('applied', 'approved', 'refused', 'frozen');

-- CreateEnum
CREATE TYPE "ledger_account_kind" AS ENUM ('wechat_clearing', 'merchant_sales', 'commission_pending', 'commission_available', 'payout_clearing', 'tax_withheld', 'payment_fees', 'refund_payable');

-- CreateEnum
CREATE TYPE "transfer_phase" AS ENUM ('single', 'hold', 'post', 'void');

-- CreateEnum
CREATE TYPE "attribution_mode" AS ENUM ('first_touch', 'last_touch');

-- CreateEnum
CREATE TYPE "wechat_token_kind" AS ENUM ('access_token', 'jsapi_ticket');

-- CreateEnum
CREATE TYPE "import_state" AS ENUM ('previewed', 'running', 'done', 'failed');

-- CreateEnum
CREATE TYPE "order_state" AS ENUM ('awaiting_payment', 'paid', 'shipped', 'received', 'closed', 'refunded');

-- CreateEnum
CREATE TYPE "payment_state" AS ENUM ('created', 'success', 'closed', 'late');

-- CreateEnum
CREATE TYPE "refund_state" AS ENUM ('requested', 'processing', 'success', 'closed', 'abnormal');

-- CreateEnum
CREATE TYPE "share_target_kind" AS ENUM ('shop', 'product', 'category', 'scene');

-- CreateEnum
CREATE TYPE "share_channel" AS ENUM ('card', 'qr', 'poster', 'offline');

-- CreateEnum
CREATE TYPE "staff_role" AS ENUM ('owner', 'operator', 'finance', 'warehouse');

-- CreateEnum
CREATE TYPE "stock_hold_state" AS ENUM ('held', 'taken', 'released');

-- CreateTable
CREATE TABLE "cart" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "visitor_id" UUID,
    "customer_id" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "cart_pkey" PRIMARY KEY ("merchant_id","id")
);

-- CreateTable
CREATE TABLE "cart_item" (
    "merchant_id" UUID NOT NULL,
    "cart_id" UUID NOT NULL,
    "sku_id" UUID NOT NULL,
    "quantity" INTEGER NOT NULL,
    "seen_unit_price_fen" BIGINT NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "cart_item_pkey" PRIMARY KEY ("merchant_id","cart_id","sku_id")
);

-- CreateTable
CREATE TABLE "picture" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "storage_key" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "color" TEXT NOT NULL DEFAULT '#eeeeee',
    "alt" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "picture_pkey" PRIMARY KEY ("merchant_id","id")
);

-- CreateTable
CREATE TABLE "category" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "parent_id" UUID,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "category_pkey" PRIMARY KEY ("merchant_id","id")
);

-- CreateTable
CREATE TABLE "scene" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "picture_id" UUID,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "scene_pkey" PRIMARY KEY ("merchant_id","id")
);

-- CreateTable
CREATE TABLE "scene_product" (
    "merchant_id" UUID NOT NULL,
    "scene_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "scene_product_pkey" PRIMARY KEY ("merchant_id","scene_id","product_id")
);

-- CreateTable
CREATE TABLE "product" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "subtitle" TEXT NOT NULL DEFAULT '',
    "description" TEXT NOT NULL DEFAULT '',
    "specifications" JSONB NOT NULL DEFAULT '[]',
    "status" "product_status" NOT NULL DEFAULT 'draft',
    "category_id" UUID NOT NULL,
    "freight_template_id" UUID,
    "position" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "product_pkey" PRIMARY KEY ("merchant_id","id")
);

-- CreateTable
CREATE TABLE "product_picture" (
    "merchant_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "picture_id" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "product_picture_pkey" PRIMARY KEY ("merchant_id","product_id","picture_id")
);

-- CreateTable
CREATE TABLE "sku" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "option_name" TEXT NOT NULL DEFAULT '',
    "unit_price_fen" BIGINT NOT NULL,
    "list_price_fen" BIGINT,
    "cost_fen" BIGINT NOT NULL DEFAULT 0,
    "weight_grams" INTEGER NOT NULL DEFAULT 0,
    "position" INTEGER NOT NULL DEFAULT 0,
    "is_active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "sku_pkey" PRIMARY KEY ("merchant_id","id")
);

-- CreateTable
CREATE TABLE "freight_template" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "free_from_fen" BIGINT,
    "rules" JSONB NOT NULL,

    CONSTRAINT "freight_template_pkey" PRIMARY KEY ("merchant_id","id")
);

-- CreateTable
CREATE TABLE "commission_rule" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "scope" "commission_scope" NOT NULL,
    "scope_id" UUID NOT NULL,
    "level" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "commission_rule_pkey" PRIMARY KEY ("merchant_id","id")
);

-- CreateTable
CREATE TABLE "commission_rule_version" (
    "merchant_id" UUID NOT NULL,
    "rule_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "rate_bps" INTEGER,
    "fixed_fen_per_unit" BIGINT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID,

    CONSTRAINT "commission_rule_version_pkey" PRIMARY KEY ("merchant_id","rule_id","version")
);

-- CreateTable
CREATE TABLE "order_commission_term" (
    "merchant_id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "line_no" INTEGER NOT NULL,
    "level" INTEGER NOT NULL,
    "distributor_id" UUID NOT NULL,
    "rule_id" UUID NOT NULL,
    "rule_version" INTEGER NOT NULL,
    "quantity" INTEGER NOT NULL,
    "base_fen" BIGINT NOT NULL,
    "rate_bps" INTEGER,
    "fixed_fen_per_unit" BIGINT,
    "cap_fen" BIGINT NOT NULL,
    "commission_fen" BIGINT NOT NULL,

    CONSTRAINT "order_commission_term_pkey" PRIMARY KEY ("merchant_id","order_id","line_no","level")
);

-- CreateTable
CREATE TABLE "commission" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "line_no" INTEGER NOT NULL,
    "level" INTEGER NOT NULL,
    "distributor_id" UUID NOT NULL,
    "rule_id" UUID NOT NULL,
    "rule_version" INTEGER NOT NULL,
    "quantity" INTEGER NOT NULL,
    "base_fen" BIGINT NOT NULL,
    "rate_bps" INTEGER,
    "fixed_fen_per_unit" BIGINT,
    "cap_fen" BIGINT NOT NULL,
    "commission_fen" BIGINT NOT NULL,
    "clawed_back_fen" BIGINT NOT NULL DEFAULT 0,
    "state" "commission_state" NOT NULL DEFAULT 'pending',
    "held_reason" TEXT NOT NULL DEFAULT '',
    "accrued_at" TIMESTAMPTZ(3) NOT NULL,
    "available_at" TIMESTAMPTZ(3),
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "commission_pkey" PRIMARY KEY ("merchant_id","id")
);

-- CreateTable
CREATE TABLE "customer" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "nickname" TEXT NOT NULL DEFAULT '',
    "avatar_url" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "erased_at" TIMESTAMPTZ(3),

    CONSTRAINT "customer_pkey" PRIMARY KEY ("merchant_id","id")
);

-- CreateTable
CREATE TABLE "wechat_identity" (
    "merchant_id" UUID NOT NULL,
    "app_id" TEXT NOT NULL,
    "open_id" TEXT NOT NULL,
    "union_id" TEXT,
    "customer_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "wechat_identity_pkey" PRIMARY KEY ("merchant_id","app_id","open_id")
);

-- CreateTable
CREATE TABLE "visitor" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "customer_id" UUID,
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "joined_at" TIMESTAMPTZ(3),

    CONSTRAINT "visitor_pkey" PRIMARY KEY ("merchant_id","id")
);

-- CreateTable
CREATE TABLE "customer_session" (
    "merchant_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "customer_id" UUID NOT NULL,
    "visitor_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "customer_session_pkey" PRIMARY KEY ("merchant_id","token_hash")
);

-- CreateTable
CREATE TABLE "oauth_state" (
    "merchant_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "visitor_id" UUID NOT NULL,
    "scope" TEXT NOT NULL,
    "return_to" TEXT NOT NULL,
    "attempt" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "consumed_at" TIMESTAMPTZ(3),

    CONSTRAINT "oauth_state_pkey" PRIMARY KEY ("merchant_id","state")
);

-- CreateTable
CREATE TABLE "customer_consent" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "granted_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "customer_consent_pkey" PRIMARY KEY ("merchant_id","id")
);

-- CreateTable
CREATE TABLE "address" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "receiver_name" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "region_code" TEXT NOT NULL,
    "province" TEXT NOT NULL,
    "city" TEXT NOT NULL,
    "district" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "address_pkey" PRIMARY KEY ("merchant_id","id")
);

-- CreateTable
CREATE TABLE "distributor_grade" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "distributor_grade_pkey" PRIMARY KEY ("merchant_id","id")
);

-- CreateTable
CREATE TABLE "distributor" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "parent_distributor_id" UUID,
    "grade_id" UUID,
    "status" "distributor_status" NOT NULL DEFAULT 'applied',
    "display_name" TEXT NOT NULL,
    "application_text" TEXT NOT NULL DEFAULT '',
    "applied_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by" UUID,
    "decision_reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "distributor_pkey" PRIMARY KEY ("merchant_id","id")
);

-- CreateTable
CREATE TABLE "customer_binding" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "distributor_id" UUID NOT NULL,
    "click_id" UUID,
    "source" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "bound_at" TIMESTAMPTZ(3) NOT NULL,
    "valid_until" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "customer_binding_pkey" PRIMARY KEY ("merchant_id","id")
);

-- CreateTable
CREATE TABLE "ledger_account" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "ledger_account_kind" NOT NULL,
    "distributor_id" UUID,
    "shard" INTEGER NOT NULL DEFAULT 0,
    "balance_fen" BIGINT NOT NULL DEFAULT 0,
    "held_fen" BIGINT NOT NULL DEFAULT 0,
    "floor_fen" BIGINT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ledger_account_pkey" PRIMARY KEY ("merchant_id","id")
);

-- CreateTable
CREATE TABLE "ledger_transfer" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "event_key" TEXT NOT NULL,
    "debit_account_id" UUID NOT NULL,
    "credit_account_id" UUID NOT NULL,
    "amount_fen" BIGINT NOT NULL,
    "phase" "transfer_phase" NOT NULL DEFAULT 'single',
    "hold_id" UUID,
    "reverses_id" UUID,
    "code" TEXT NOT NULL,
    "reference_kind" TEXT NOT NULL,
    "reference_id" UUID NOT NULL,
    "event_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ledger_transfer_pkey" PRIMARY KEY ("merchant_id","id")
);

-- CreateTable
CREATE TABLE "merchant" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "merchant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "merchant_host" (
    "host" TEXT NOT NULL,
    "merchant_id" UUID NOT NULL,
    "is_primary" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "merchant_host_pkey" PRIMARY KEY ("host")
);

-- CreateTable
CREATE TABLE "merchant_profile" (
    "merchant_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "slogan" TEXT NOT NULL DEFAULT '',
    "story" TEXT NOT NULL DEFAULT '',
    "service_phone" TEXT NOT NULL DEFAULT '',
    "company_name" TEXT NOT NULL DEFAULT '',
    "licence_no" TEXT NOT NULL DEFAULT '',
    "food_licence_no" TEXT NOT NULL DEFAULT '',
    "icp_no" TEXT NOT NULL DEFAULT '',
    "return_rules" TEXT NOT NULL DEFAULT '',
    "privacy_notice" TEXT NOT NULL DEFAULT '',
    "logo_picture_id" UUID,
    "banner_picture_id" UUID,

    CONSTRAINT "merchant_profile_pkey" PRIMARY KEY ("merchant_id")
);

-- CreateTable
CREATE TABLE "merchant_policy" (
    "merchant_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "attribution_mode" "attribution_mode" NOT NULL DEFAULT 'last_touch',
    "validity_days" INTEGER NOT NULL DEFAULT 180,
    "protection_days" INTEGER NOT NULL DEFAULT 15,
    "allow_self_purchase" BOOLEAN NOT NULL DEFAULT false,
    "level2_enabled" BOOLEAN NOT NULL DEFAULT false,
    "level2_confirmed_by" UUID,
    "hold_days" INTEGER NOT NULL DEFAULT 7,
    "commission_cap_bps" INTEGER NOT NULL DEFAULT 3000,
    "payment_minutes" INTEGER NOT NULL DEFAULT 30,
    "auto_receive_days" INTEGER NOT NULL DEFAULT 10,
    "payment_fee_bps" INTEGER NOT NULL DEFAULT 60,
    "traditional_rake_bps" INTEGER NOT NULL DEFAULT 3000,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID,

    CONSTRAINT "merchant_policy_pkey" PRIMARY KEY ("merchant_id","version")
);

-- CreateTable
CREATE TABLE "merchant_wechat" (
    "merchant_id" UUID NOT NULL,
    "app_id" TEXT NOT NULL,
    "app_secret_sealed" TEXT NOT NULL,
    "mch_id" TEXT NOT NULL,
    "merchant_serial_no" TEXT NOT NULL,
    "merchant_private_key_sealed" TEXT NOT NULL,
    "api_v3_key_sealed" TEXT NOT NULL,
    "wechatpay_public_key_id" TEXT NOT NULL,
    "wechatpay_public_key_pem" TEXT NOT NULL,
    "domain_proofs" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "merchant_wechat_pkey" PRIMARY KEY ("merchant_id")
);

-- CreateTable
CREATE TABLE "wechat_token" (
    "merchant_id" UUID NOT NULL,
    "kind" "wechat_token_kind" NOT NULL,
    "value_sealed" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "wechat_token_pkey" PRIMARY KEY ("merchant_id","kind")
);

-- CreateTable
CREATE TABLE "inbox_event" (
    "merchant_id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "event_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "body_sha256" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "inbox_event_pkey" PRIMARY KEY ("merchant_id","provider","event_id")
);

-- CreateTable
CREATE TABLE "outbox_message" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "topic" TEXT NOT NULL,
    "dedupe_key" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT NOT NULL DEFAULT '',
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_message_pkey" PRIMARY KEY ("merchant_id","id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "action" TEXT NOT NULL,
    "object_kind" TEXT NOT NULL,
    "object_id" UUID NOT NULL,
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("merchant_id","id")
);

-- CreateTable
CREATE TABLE "audit_seal" (
    "merchant_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "entry_id" UUID NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_seal_pkey" PRIMARY KEY ("merchant_id","seq")
);

-- CreateTable
CREATE TABLE "product_import" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "state" "import_state" NOT NULL DEFAULT 'previewed',
    "total_lines" INTEGER NOT NULL,
    "done_lines" INTEGER NOT NULL DEFAULT 0,
    "error_lines" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "failure" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "product_import_pkey" PRIMARY KEY ("merchant_id","id")
);

-- CreateTable
CREATE TABLE "product_import_line" (
    "merchant_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "line_no" INTEGER NOT NULL,
    "values" JSONB NOT NULL,
    "error" TEXT,
    "taken_at" TIMESTAMPTZ(3),

    CONSTRAINT "product_import_line_pkey" PRIMARY KEY ("merchant_id","import_id","line_no")
);

-- CreateTable
CREATE TABLE "orders" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "order_no" TEXT NOT NULL,
    "customer_id" UUID NOT NULL,
    "state" "order_state" NOT NULL DEFAULT 'awaiting_payment',
    "goods_fen" BIGINT NOT NULL,
    "discount_fen" BIGINT NOT NULL DEFAULT 0,
    "freight_fen" BIGINT NOT NULL DEFAULT 0,
    "payable_fen" BIGINT NOT NULL,
    "paid_fen" BIGINT NOT NULL DEFAULT 0,
    "refunded_fen" BIGINT NOT NULL DEFAULT 0,
    "receiver_name" TEXT NOT NULL,
    "receiver_phone" TEXT NOT NULL,
    "region_code" TEXT NOT NULL,
    "province" TEXT NOT NULL,
    "city" TEXT NOT NULL,
    "district" TEXT NOT NULL,
    "address_detail" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "idempotency_key" TEXT NOT NULL,
    "policy_version" INTEGER NOT NULL,
    "binding_id" UUID,
    "click_id" UUID,
    "level1_distributor_id" UUID,
    "level2_distributor_id" UUID,
    "carrier" TEXT NOT NULL DEFAULT '',
    "tracking_no" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "payment_due_at" TIMESTAMPTZ(3) NOT NULL,
    "paid_at" TIMESTAMPTZ(3),
    "shipped_at" TIMESTAMPTZ(3),
    "received_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "close_reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "orders_pkey" PRIMARY KEY ("merchant_id","id")
);

-- CreateTable
CREATE TABLE "order_line" (
    "merchant_id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "line_no" INTEGER NOT NULL,
    "product_id" UUID NOT NULL,
    "sku_id" UUID NOT NULL,
    "product_title" TEXT NOT NULL,
    "option_name" TEXT NOT NULL DEFAULT '',
    "picture_key" TEXT NOT NULL DEFAULT '',
    "list_price_fen" BIGINT,
    "unit_price_fen" BIGINT NOT NULL,
    "cost_fen" BIGINT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "gross_fen" BIGINT NOT NULL,
    "prorated_discount_fen" BIGINT NOT NULL DEFAULT 0,
    "payable_fen" BIGINT NOT NULL,
    "refunded_fen" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "order_line_pkey" PRIMARY KEY ("merchant_id","order_id","line_no")
);

-- CreateTable
CREATE TABLE "payment" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "app_id" TEXT NOT NULL,
    "mch_id" TEXT NOT NULL,
    "out_trade_no" TEXT NOT NULL,
    "payer_open_id" TEXT NOT NULL DEFAULT '',
    "amount_fen" BIGINT NOT NULL,
    "state" "payment_state" NOT NULL DEFAULT 'created',
    "prepay_id" TEXT NOT NULL DEFAULT '',
    "prepay_until" TIMESTAMPTZ(3),
    "transaction_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "succeeded_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "polled_at" TIMESTAMPTZ(3),

    CONSTRAINT "payment_pkey" PRIMARY KEY ("merchant_id","id")
);

-- CreateTable
CREATE TABLE "refund" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "payment_id" UUID NOT NULL,
    "mch_id" TEXT NOT NULL,
    "out_refund_no" TEXT NOT NULL,
    "refund_id" TEXT,
    "amount_fen" BIGINT NOT NULL,
    "freight_fen" BIGINT NOT NULL DEFAULT 0,
    "state" "refund_state" NOT NULL DEFAULT 'requested',
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "succeeded_at" TIMESTAMPTZ(3),

    CONSTRAINT "refund_pkey" PRIMARY KEY ("merchant_id","id")
);

-- CreateTable
CREATE TABLE "refund_line" (
    "merchant_id" UUID NOT NULL,
    "refund_id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "line_no" INTEGER NOT NULL,
    "quantity" INTEGER NOT NULL DEFAULT 0,
    "amount_fen" BIGINT NOT NULL,

    CONSTRAINT "refund_line_pkey" PRIMARY KEY ("merchant_id","refund_id","line_no")
);

-- CreateTable
CREATE TABLE "share_link" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "sharer_customer_id" UUID NOT NULL,
    "target_kind" "share_target_kind" NOT NULL,
    "target_id" UUID NOT NULL,
    "channel" "share_channel" NOT NULL,
    "parent_link_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "share_link_pkey" PRIMARY KEY ("merchant_id","id")
);

-- CreateTable
CREATE TABLE "share_click" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "link_id" UUID NOT NULL,
    "visitor_id" UUID NOT NULL,
    "clicked_at" TIMESTAMPTZ(3) NOT NULL,
    "in_wechat" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "share_click_pkey" PRIMARY KEY ("merchant_id","id")
);

-- CreateTable
CREATE TABLE "staff" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "staff_role" NOT NULL,
    "password_hash" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'zh',
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "staff_pkey" PRIMARY KEY ("merchant_id","id")
);

-- CreateTable
CREATE TABLE "staff_session" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "user_agent" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "staff_session_pkey" PRIMARY KEY ("merchant_id","id")
);

-- CreateTable
CREATE TABLE "login_throttle" (
    "merchant_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "window_from" TIMESTAMPTZ(3) NOT NULL,
    "locked_until" TIMESTAMPTZ(3),

    CONSTRAINT "login_throttle_pkey" PRIMARY KEY ("merchant_id","key")
);

-- CreateTable
CREATE TABLE "stock" (
    "merchant_id" UUID NOT NULL,
    "sku_id" UUID NOT NULL,
    "on_hand" INTEGER NOT NULL DEFAULT 0,
    "reserved" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "stock_pkey" PRIMARY KEY ("merchant_id","sku_id")
);

-- CreateTable
CREATE TABLE "stock_hold" (
    "merchant_id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "line_no" INTEGER NOT NULL,
    "sku_id" UUID NOT NULL,
    "quantity" INTEGER NOT NULL,
    "state" "stock_hold_state" NOT NULL DEFAULT 'held',
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stock_hold_pkey" PRIMARY KEY ("merchant_id","order_id","line_no")
);

-- CreateTable
CREATE TABLE "stock_movement" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "sku_id" UUID NOT NULL,
    "delta" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "reference_id" UUID NOT NULL,
    "reference_line" INTEGER NOT NULL DEFAULT 0,
    "note" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID,

    CONSTRAINT "stock_movement_pkey" PRIMARY KEY ("merchant_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "cart_merchant_id_visitor_id_key" ON "cart"("merchant_id", "visitor_id");

-- CreateIndex
CREATE UNIQUE INDEX "cart_merchant_id_customer_id_key" ON "cart"("merchant_id", "customer_id");

-- CreateIndex
CREATE INDEX "cart_item_merchant_id_sku_id_idx" ON "cart_item"("merchant_id", "sku_id");

-- CreateIndex
CREATE UNIQUE INDEX "picture_merchant_id_sha256_key" ON "picture"("merchant_id", "sha256");

-- CreateIndex
CREATE UNIQUE INDEX "category_merchant_id_slug_key" ON "category"("merchant_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "scene_merchant_id_slug_key" ON "scene"("merchant_id", "slug");

-- CreateIndex
CREATE INDEX "scene_product_merchant_id_product_id_idx" ON "scene_product"("merchant_id", "product_id");

-- CreateIndex
CREATE INDEX "product_merchant_id_status_position_idx" ON "product"("merchant_id", "status", "position");

-- CreateIndex
CREATE INDEX "product_merchant_id_category_id_idx" ON "product"("merchant_id", "category_id");

-- CreateIndex
CREATE UNIQUE INDEX "product_merchant_id_slug_key" ON "product"("merchant_id", "slug");

-- CreateIndex
CREATE INDEX "sku_merchant_id_product_id_position_idx" ON "sku"("merchant_id", "product_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "sku_merchant_id_code_key" ON "sku"("merchant_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "freight_template_merchant_id_name_key" ON "freight_template"("merchant_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "commission_rule_merchant_id_scope_scope_id_level_key" ON "commission_rule"("merchant_id", "scope", "scope_id", "level");

-- CreateIndex
CREATE INDEX "commission_merchant_id_distributor_id_accrued_at_idx" ON "commission"("merchant_id", "distributor_id", "accrued_at");

-- CreateIndex
CREATE INDEX "commission_merchant_id_state_available_at_idx" ON "commission"("merchant_id", "state", "available_at");

-- CreateIndex
CREATE UNIQUE INDEX "commission_merchant_id_order_id_line_no_level_key" ON "commission"("merchant_id", "order_id", "line_no", "level");

-- CreateIndex
CREATE INDEX "wechat_identity_merchant_id_customer_id_idx" ON "wechat_identity"("merchant_id", "customer_id");

-- CreateIndex
CREATE INDEX "visitor_merchant_id_customer_id_idx" ON "visitor"("merchant_id", "customer_id");

-- CreateIndex
CREATE INDEX "customer_session_merchant_id_customer_id_idx" ON "customer_session"("merchant_id", "customer_id");

-- CreateIndex
CREATE INDEX "oauth_state_merchant_id_expires_at_idx" ON "oauth_state"("merchant_id", "expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "customer_consent_merchant_id_customer_id_purpose_version_key" ON "customer_consent"("merchant_id", "customer_id", "purpose", "version");

-- CreateIndex
CREATE INDEX "address_merchant_id_customer_id_idx" ON "address"("merchant_id", "customer_id");

-- CreateIndex
CREATE UNIQUE INDEX "distributor_grade_merchant_id_name_key" ON "distributor_grade"("merchant_id", "name");

-- CreateIndex
CREATE INDEX "distributor_merchant_id_parent_distributor_id_idx" ON "distributor"("merchant_id", "parent_distributor_id");

-- CreateIndex
CREATE INDEX "distributor_merchant_id_status_applied_at_idx" ON "distributor"("merchant_id", "status", "applied_at");

-- CreateIndex
CREATE UNIQUE INDEX "distributor_merchant_id_customer_id_key" ON "distributor"("merchant_id", "customer_id");

-- CreateIndex
CREATE INDEX "customer_binding_merchant_id_customer_id_bound_at_idx" ON "customer_binding"("merchant_id", "customer_id", "bound_at");

-- CreateIndex
CREATE INDEX "customer_binding_merchant_id_distributor_id_bound_at_idx" ON "customer_binding"("merchant_id", "distributor_id", "bound_at");

-- CreateIndex
CREATE INDEX "ledger_account_merchant_id_distributor_id_idx" ON "ledger_account"("merchant_id", "distributor_id");

-- CreateIndex
CREATE INDEX "ledger_transfer_merchant_id_debit_account_id_created_at_idx" ON "ledger_transfer"("merchant_id", "debit_account_id", "created_at");

-- CreateIndex
CREATE INDEX "ledger_transfer_merchant_id_credit_account_id_created_at_idx" ON "ledger_transfer"("merchant_id", "credit_account_id", "created_at");

-- CreateIndex
CREATE INDEX "ledger_transfer_merchant_id_reference_kind_reference_id_idx" ON "ledger_transfer"("merchant_id", "reference_kind", "reference_id");

-- CreateIndex
CREATE UNIQUE INDEX "merchant_slug_key" ON "merchant"("slug");

-- CreateIndex
CREATE INDEX "inbox_event_merchant_id_outcome_received_at_idx" ON "inbox_event"("merchant_id", "outcome", "received_at");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_message_merchant_id_topic_dedupe_key_key" ON "outbox_message"("merchant_id", "topic", "dedupe_key");

-- CreateIndex
CREATE INDEX "audit_entry_merchant_id_object_kind_object_id_at_idx" ON "audit_entry"("merchant_id", "object_kind", "object_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "audit_seal_merchant_id_entry_id_key" ON "audit_seal"("merchant_id", "entry_id");

-- CreateIndex
CREATE INDEX "product_import_merchant_id_created_at_idx" ON "product_import"("merchant_id", "created_at");

-- CreateIndex
CREATE INDEX "orders_merchant_id_customer_id_created_at_idx" ON "orders"("merchant_id", "customer_id", "created_at");

-- CreateIndex
CREATE INDEX "orders_merchant_id_state_created_at_idx" ON "orders"("merchant_id", "state", "created_at");

-- CreateIndex
CREATE INDEX "orders_merchant_id_created_at_idx" ON "orders"("merchant_id", "created_at");

-- CreateIndex
CREATE INDEX "orders_merchant_id_level1_distributor_id_created_at_idx" ON "orders"("merchant_id", "level1_distributor_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "orders_merchant_id_order_no_key" ON "orders"("merchant_id", "order_no");

-- CreateIndex
CREATE UNIQUE INDEX "orders_merchant_id_customer_id_idempotency_key_key" ON "orders"("merchant_id", "customer_id", "idempotency_key");

-- CreateIndex
CREATE INDEX "order_line_merchant_id_sku_id_idx" ON "order_line"("merchant_id", "sku_id");

-- CreateIndex
CREATE INDEX "payment_merchant_id_order_id_idx" ON "payment"("merchant_id", "order_id");

-- CreateIndex
CREATE INDEX "payment_merchant_id_state_created_at_idx" ON "payment"("merchant_id", "state", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "payment_merchant_id_mch_id_out_trade_no_key" ON "payment"("merchant_id", "mch_id", "out_trade_no");

-- CreateIndex
CREATE UNIQUE INDEX "payment_merchant_id_mch_id_transaction_id_key" ON "payment"("merchant_id", "mch_id", "transaction_id");

-- CreateIndex
CREATE INDEX "refund_merchant_id_order_id_idx" ON "refund"("merchant_id", "order_id");

-- CreateIndex
CREATE INDEX "refund_merchant_id_state_created_at_idx" ON "refund"("merchant_id", "state", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "refund_merchant_id_mch_id_out_refund_no_key" ON "refund"("merchant_id", "mch_id", "out_refund_no");

-- CreateIndex
CREATE INDEX "share_link_merchant_id_parent_link_id_idx" ON "share_link"("merchant_id", "parent_link_id");

-- CreateIndex
CREATE UNIQUE INDEX "share_link_merchant_id_code_key" ON "share_link"("merchant_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "share_link_merchant_id_sharer_customer_id_target_kind_targe_key" ON "share_link"("merchant_id", "sharer_customer_id", "target_kind", "target_id", "channel");

-- CreateIndex
CREATE INDEX "share_click_merchant_id_link_id_clicked_at_idx" ON "share_click"("merchant_id", "link_id", "clicked_at");

-- CreateIndex
CREATE INDEX "share_click_merchant_id_visitor_id_clicked_at_idx" ON "share_click"("merchant_id", "visitor_id", "clicked_at");

-- CreateIndex
CREATE UNIQUE INDEX "staff_merchant_id_email_key" ON "staff"("merchant_id", "email");

-- CreateIndex
CREATE INDEX "staff_session_merchant_id_staff_id_idx" ON "staff_session"("merchant_id", "staff_id");

-- CreateIndex
CREATE INDEX "stock_hold_merchant_id_sku_id_idx" ON "stock_hold"("merchant_id", "sku_id");

-- CreateIndex
CREATE INDEX "stock_movement_merchant_id_sku_id_created_at_idx" ON "stock_movement"("merchant_id", "sku_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "stock_movement_merchant_id_sku_id_reason_reference_id_refer_key" ON "stock_movement"("merchant_id", "sku_id", "reason", "reference_id", "reference_line");

-- AddForeignKey
ALTER TABLE "cart" ADD CONSTRAINT "cart_merchant_id_visitor_id_fkey" FOREIGN KEY ("merchant_id", "visitor_id") REFERENCES "visitor"("merchant_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cart" ADD CONSTRAINT "cart_merchant_id_customer_id_fkey" FOREIGN KEY ("merchant_id", "customer_id") REFERENCES "customer"("merchant_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cart_item" ADD CONSTRAINT "cart_item_merchant_id_cart_id_fkey" FOREIGN KEY ("merchant_id", "cart_id") REFERENCES "cart"("merchant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cart_item" ADD CONSTRAINT "cart_item_merchant_id_sku_id_fkey" FOREIGN KEY ("merchant_id", "sku_id") REFERENCES "sku"("merchant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "category" ADD CONSTRAINT "category_merchant_id_parent_id_fkey" FOREIGN KEY ("merchant_id", "parent_id") REFERENCES "category"("merchant_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "scene" ADD CONSTRAINT "scene_merchant_id_picture_id_fkey" FOREIGN KEY ("merchant_id", "picture_id") REFERENCES "picture"("merchant_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scene_product" ADD CONSTRAINT "scene_product_merchant_id_scene_id_fkey" FOREIGN KEY ("merchant_id", "scene_id") REFERENCES "scene"("merchant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scene_product" ADD CONSTRAINT "scene_product_merchant_id_product_id_fkey" FOREIGN KEY ("merchant_id", "product_id") REFERENCES "product"("merchant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product" ADD CONSTRAINT "product_merchant_id_category_id_fkey" FOREIGN KEY ("merchant_id", "category_id") REFERENCES "category"("merchant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product" ADD CONSTRAINT "product_merchant_id_freight_template_id_fkey" FOREIGN KEY ("merchant_id", "freight_template_id") REFERENCES "freight_template"("merchant_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_picture" ADD CONSTRAINT "product_picture_merchant_id_product_id_fkey" FOREIGN KEY ("merchant_id", "product_id") REFERENCES "product"("merchant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_picture" ADD CONSTRAINT "product_picture_merchant_id_picture_id_fkey" FOREIGN KEY ("merchant_id", "picture_id") REFERENCES "picture"("merchant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sku" ADD CONSTRAINT "sku_merchant_id_product_id_fkey" FOREIGN KEY ("merchant_id", "product_id") REFERENCES "product"("merchant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commission_rule_version" ADD CONSTRAINT "commission_rule_version_merchant_id_rule_id_fkey" FOREIGN KEY ("merchant_id", "rule_id") REFERENCES "commission_rule"("merchant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_commission_term" ADD CONSTRAINT "order_commission_term_merchant_id_order_id_line_no_fkey" FOREIGN KEY ("merchant_id", "order_id", "line_no") REFERENCES "order_line"("merchant_id", "order_id", "line_no") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_commission_term" ADD CONSTRAINT "order_commission_term_merchant_id_rule_id_rule_version_fkey" FOREIGN KEY ("merchant_id", "rule_id", "rule_version") REFERENCES "commission_rule_version"("merchant_id", "rule_id", "version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commission" ADD CONSTRAINT "commission_merchant_id_order_id_line_no_fkey" FOREIGN KEY ("merchant_id", "order_id", "line_no") REFERENCES "order_line"("merchant_id", "order_id", "line_no") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commission" ADD CONSTRAINT "commission_merchant_id_distributor_id_fkey" FOREIGN KEY ("merchant_id", "distributor_id") REFERENCES "distributor"("merchant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "wechat_identity" ADD CONSTRAINT "wechat_identity_merchant_id_customer_id_fkey" FOREIGN KEY ("merchant_id", "customer_id") REFERENCES "customer"("merchant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visitor" ADD CONSTRAINT "visitor_merchant_id_customer_id_fkey" FOREIGN KEY ("merchant_id", "customer_id") REFERENCES "customer"("merchant_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_session" ADD CONSTRAINT "customer_session_merchant_id_customer_id_fkey" FOREIGN KEY ("merchant_id", "customer_id") REFERENCES "customer"("merchant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_consent" ADD CONSTRAINT "customer_consent_merchant_id_customer_id_fkey" FOREIGN KEY ("merchant_id", "customer_id") REFERENCES "customer"("merchant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "address" ADD CONSTRAINT "address_merchant_id_customer_id_fkey" FOREIGN KEY ("merchant_id", "customer_id") REFERENCES "customer"("merchant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "distributor" ADD CONSTRAINT "distributor_merchant_id_customer_id_fkey" FOREIGN KEY ("merchant_id", "customer_id") REFERENCES "customer"("merchant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "distributor" ADD CONSTRAINT "distributor_merchant_id_parent_distributor_id_fkey" FOREIGN KEY ("merchant_id", "parent_distributor_id") REFERENCES "distributor"("merchant_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "distributor" ADD CONSTRAINT "distributor_merchant_id_grade_id_fkey" FOREIGN KEY ("merchant_id", "grade_id") REFERENCES "distributor_grade"("merchant_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_binding" ADD CONSTRAINT "customer_binding_merchant_id_customer_id_fkey" FOREIGN KEY ("merchant_id", "customer_id") REFERENCES "customer"("merchant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_binding" ADD CONSTRAINT "customer_binding_merchant_id_distributor_id_fkey" FOREIGN KEY ("merchant_id", "distributor_id") REFERENCES "distributor"("merchant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_binding" ADD CONSTRAINT "customer_binding_merchant_id_click_id_fkey" FOREIGN KEY ("merchant_id", "click_id") REFERENCES "share_click"("merchant_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_account" ADD CONSTRAINT "ledger_account_merchant_id_distributor_id_fkey" FOREIGN KEY ("merchant_id", "distributor_id") REFERENCES "distributor"("merchant_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_transfer" ADD CONSTRAINT "ledger_transfer_merchant_id_debit_account_id_fkey" FOREIGN KEY ("merchant_id", "debit_account_id") REFERENCES "ledger_account"("merchant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_transfer" ADD CONSTRAINT "ledger_transfer_merchant_id_credit_account_id_fkey" FOREIGN KEY ("merchant_id", "credit_account_id") REFERENCES "ledger_account"("merchant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "merchant_host" ADD CONSTRAINT "merchant_host_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "merchant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_seal" ADD CONSTRAINT "audit_seal_merchant_id_entry_id_fkey" FOREIGN KEY ("merchant_id", "entry_id") REFERENCES "audit_entry"("merchant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_import_line" ADD CONSTRAINT "product_import_line_merchant_id_import_id_fkey" FOREIGN KEY ("merchant_id", "import_id") REFERENCES "product_import"("merchant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "orders" ADD CONSTRAINT "orders_merchant_id_customer_id_fkey" FOREIGN KEY ("merchant_id", "customer_id") REFERENCES "customer"("merchant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "orders" ADD CONSTRAINT "orders_merchant_id_binding_id_fkey" FOREIGN KEY ("merchant_id", "binding_id") REFERENCES "customer_binding"("merchant_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_line" ADD CONSTRAINT "order_line_merchant_id_order_id_fkey" FOREIGN KEY ("merchant_id", "order_id") REFERENCES "orders"("merchant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_line" ADD CONSTRAINT "order_line_merchant_id_sku_id_fkey" FOREIGN KEY ("merchant_id", "sku_id") REFERENCES "sku"("merchant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_merchant_id_order_id_fkey" FOREIGN KEY ("merchant_id", "order_id") REFERENCES "orders"("merchant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refund" ADD CONSTRAINT "refund_merchant_id_order_id_fkey" FOREIGN KEY ("merchant_id", "order_id") REFERENCES "orders"("merchant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refund" ADD CONSTRAINT "refund_merchant_id_payment_id_fkey" FOREIGN KEY ("merchant_id", "payment_id") REFERENCES "payment"("merchant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refund_line" ADD CONSTRAINT "refund_line_merchant_id_refund_id_fkey" FOREIGN KEY ("merchant_id", "refund_id") REFERENCES "refund"("merchant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share_link" ADD CONSTRAINT "share_link_merchant_id_sharer_customer_id_fkey" FOREIGN KEY ("merchant_id", "sharer_customer_id") REFERENCES "customer"("merchant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share_link" ADD CONSTRAINT "share_link_merchant_id_parent_link_id_fkey" FOREIGN KEY ("merchant_id", "parent_link_id") REFERENCES "share_link"("merchant_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "share_click" ADD CONSTRAINT "share_click_merchant_id_link_id_fkey" FOREIGN KEY ("merchant_id", "link_id") REFERENCES "share_link"("merchant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share_click" ADD CONSTRAINT "share_click_merchant_id_visitor_id_fkey" FOREIGN KEY ("merchant_id", "visitor_id") REFERENCES "visitor"("merchant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_session" ADD CONSTRAINT "staff_session_merchant_id_staff_id_fkey" FOREIGN KEY ("merchant_id", "staff_id") REFERENCES "staff"("merchant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stock" ADD CONSTRAINT "stock_merchant_id_sku_id_fkey" FOREIGN KEY ("merchant_id", "sku_id") REFERENCES "sku"("merchant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stock_hold" ADD CONSTRAINT "stock_hold_merchant_id_sku_id_fkey" FOREIGN KEY ("merchant_id", "sku_id") REFERENCES "stock"("merchant_id", "sku_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stock_hold" ADD CONSTRAINT "stock_hold_merchant_id_order_id_line_no_fkey" FOREIGN KEY ("merchant_id", "order_id", "line_no") REFERENCES "order_line"("merchant_id", "order_id", "line_no") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stock_movement" ADD CONSTRAINT "stock_movement_merchant_id_sku_id_fkey" FOREIGN KEY ("merchant_id", "sku_id") REFERENCES "stock"("merchant_id", "sku_id") ON DELETE RESTRICT ON UPDATE CASCADE;
