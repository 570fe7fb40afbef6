-- CreateEnum
CREATE TYPE "payout_channel" AS ENUM ('wechat', 'bank');

-- CreateEnum
CREATE TYPE "payout_state" AS ENUM ('awaiting_approval', 'approved', 'exported', 'sending', 'awaiting_confirmation', 'transferring', 'cancelling', 'paid', 'failed', 'expired', 'cancelled', 'refused');

-- CreateEnum
CREATE TYPE "payout_run_state" AS ENUM ('proposed', 'approved', 'refused');

-- CreateEnum
CREATE TYPE "bill_kind" AS ENUM ('trade', 'fund_flow');

-- CreateEnum
CREATE TYPE "bill_state" AS ENUM ('failed', 'matched', 'different');

-- CreateEnum
CREATE TYPE "case_state" AS ENUM ('open', 'closed');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "ledger_account_kind" ADD VALUE 'commission_debt';
ALTER TYPE "ledger_account_kind" ADD VALUE 'bank_clearing';

-- AlterTable
ALTER TABLE "commission" ADD COLUMN     "refunds_in_flight" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "distributor" ADD COLUMN     "payouts_frozen_at" TIMESTAMPTZ(3),
ADD COLUMN     "payouts_frozen_by" UUID,
ADD COLUMN     "payouts_frozen_reason" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "customer_binding" ADD COLUMN     "bound_by" UUID;

-- AlterTable
ALTER TABLE "merchant_policy" ADD COLUMN     "payout_approval_limit_fen" BIGINT NOT NULL DEFAULT 50000,
ADD COLUMN     "payout_cooldown_hours" INTEGER NOT NULL DEFAULT 24,
ADD COLUMN     "payout_daily_cap_fen" BIGINT NOT NULL DEFAULT 500000,
ADD COLUMN     "payout_daily_total_fen" BIGINT NOT NULL DEFAULT 5000000,
ADD COLUMN     "payout_due_days" INTEGER NOT NULL DEFAULT 3,
ADD COLUMN     "payout_job_title" TEXT NOT NULL DEFAULT '推广员',
ADD COLUMN     "payout_min_fen" BIGINT NOT NULL DEFAULT 100,
ADD COLUMN     "payout_remark" TEXT NOT NULL DEFAULT '推广佣金';

-- AlterTable
ALTER TABLE "order_line" ADD COLUMN     "refunded_quantity" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "refund" ADD COLUMN     "closed_at" TIMESTAMPTZ(3),
ADD COLUMN     "failure" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "note" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "requested_by" UUID,
ADD COLUMN     "sent_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "refund_line" ADD COLUMN     "restock_quantity" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "staff_session" ADD COLUMN     "stepped_up_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "payout_account" (
    "merchant_id" UUID NOT NULL,
    "distributor_id" UUID NOT NULL,
    "real_name_sealed" TEXT NOT NULL,
    "id_number_sealed" TEXT NOT NULL,
    "id_number_hash" TEXT NOT NULL,
    "id_number_tail" TEXT NOT NULL,
    "bank_name" TEXT NOT NULL DEFAULT '',
    "bank_card_sealed" TEXT NOT NULL DEFAULT '',
    "bank_card_tail" TEXT NOT NULL DEFAULT '',
    "consent_version" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "payout_account_pkey" PRIMARY KEY ("merchant_id","distributor_id")
);

-- CreateTable
CREATE TABLE "payout" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "payout_no" TEXT NOT NULL,
    "distributor_id" UUID NOT NULL,
    "channel" "payout_channel" NOT NULL,
    "state" "payout_state" NOT NULL,
    "gross_fen" BIGINT NOT NULL,
    "tax_fen" BIGINT NOT NULL,
    "net_fen" BIGINT NOT NULL,
    "tax_month" TEXT NOT NULL,
    "tax_rule_version" INTEGER NOT NULL,
    "tax_prior_gross_fen" BIGINT NOT NULL,
    "tax_prior_tax_fen" BIGINT NOT NULL,
    "id_number_hash" TEXT NOT NULL,
    "policy_version" INTEGER NOT NULL,
    "app_id" TEXT NOT NULL DEFAULT '',
    "mch_id" TEXT NOT NULL DEFAULT '',
    "open_id" TEXT NOT NULL DEFAULT '',
    "user_name_sealed" TEXT NOT NULL DEFAULT '',
    "job_title" TEXT NOT NULL,
    "remark" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "approved_at" TIMESTAMPTZ(3),
    "run_id" UUID,
    "next_step_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "sent_at" TIMESTAMPTZ(3),
    "confirm_until" TIMESTAMPTZ(3),
    "package_info" TEXT NOT NULL DEFAULT '',
    "transfer_bill_no" TEXT,
    "wechat_state" TEXT NOT NULL DEFAULT '',
    "fail_reason" TEXT NOT NULL DEFAULT '',
    "marked_by" UUID,
    "marked_at" TIMESTAMPTZ(3),
    "bank_reference" TEXT NOT NULL DEFAULT '',
    "confirmed_by" UUID,
    "paid_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "payout_pkey" PRIMARY KEY ("merchant_id","id")
);

-- CreateTable
CREATE TABLE "payout_run" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "run_no" TEXT NOT NULL,
    "state" "payout_run_state" NOT NULL DEFAULT 'proposed',
    "payout_count" INTEGER NOT NULL,
    "total_fen" BIGINT NOT NULL,
    "proposed_by" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "payout_run_pkey" PRIMARY KEY ("merchant_id","id")
);

-- CreateTable
CREATE TABLE "tax_rule" (
    "merchant_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_until" DATE,
    "terms" JSONB NOT NULL,
    "source" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID,

    CONSTRAINT "tax_rule_pkey" PRIMARY KEY ("merchant_id","version")
);

-- CreateTable
CREATE TABLE "tax_remittance" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "tax_month" TEXT NOT NULL,
    "amount_fen" BIGINT NOT NULL,
    "paid_on" DATE NOT NULL,
    "reference" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID NOT NULL,

    CONSTRAINT "tax_remittance_pkey" PRIMARY KEY ("merchant_id","id")
);

-- CreateTable
CREATE TABLE "wechat_bill" (
    "merchant_id" UUID NOT NULL,
    "kind" "bill_kind" NOT NULL,
    "day" DATE NOT NULL,
    "mch_id" TEXT NOT NULL,
    "state" "bill_state" NOT NULL,
    "sha256" TEXT NOT NULL DEFAULT '',
    "line_count" INTEGER NOT NULL DEFAULT 0,
    "totals" JSONB NOT NULL DEFAULT '{}',
    "failure" TEXT NOT NULL DEFAULT '',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "compared_at" TIMESTAMPTZ(3),

    CONSTRAINT "wechat_bill_pkey" PRIMARY KEY ("merchant_id","kind","day")
);

-- CreateTable
CREATE TABLE "wechat_bill_line" (
    "merchant_id" UUID NOT NULL,
    "kind" "bill_kind" NOT NULL,
    "day" DATE NOT NULL,
    "line_no" INTEGER NOT NULL,
    "line_kind" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "wechat_no" TEXT NOT NULL,
    "amount_fen" BIGINT NOT NULL,
    "fee_fen" BIGINT NOT NULL DEFAULT 0,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "wechat_bill_line_pkey" PRIMARY KEY ("merchant_id","kind","day","line_no")
);

-- CreateTable
CREATE TABLE "reconciliation_case" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "bill_kind" "bill_kind" NOT NULL,
    "day" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "line_kind" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "ours_fen" BIGINT,
    "theirs_fen" BIGINT,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "state" "case_state" NOT NULL DEFAULT 'open',
    "owner_id" UUID,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by" UUID,
    "resolution" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "reconciliation_case_pkey" PRIMARY KEY ("merchant_id","id")
);

-- CreateTable
CREATE TABLE "month_close" (
    "merchant_id" UUID NOT NULL,
    "month" TEXT NOT NULL,
    "figures" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,
    "closed_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_by" UUID NOT NULL,

    CONSTRAINT "month_close_pkey" PRIMARY KEY ("merchant_id","month")
);

-- CreateIndex
CREATE INDEX "payout_account_merchant_id_id_number_hash_idx" ON "payout_account"("merchant_id", "id_number_hash");

-- CreateIndex
CREATE INDEX "payout_merchant_id_distributor_id_requested_at_idx" ON "payout"("merchant_id", "distributor_id", "requested_at");

-- CreateIndex
CREATE INDEX "payout_merchant_id_state_due_at_idx" ON "payout"("merchant_id", "state", "due_at");

-- CreateIndex
CREATE INDEX "payout_merchant_id_next_step_at_idx" ON "payout"("merchant_id", "next_step_at");

-- CreateIndex
CREATE INDEX "payout_merchant_id_id_number_hash_tax_month_idx" ON "payout"("merchant_id", "id_number_hash", "tax_month");

-- CreateIndex
CREATE INDEX "payout_merchant_id_requested_at_idx" ON "payout"("merchant_id", "requested_at");

-- CreateIndex
CREATE UNIQUE INDEX "payout_merchant_id_payout_no_key" ON "payout"("merchant_id", "payout_no");

-- CreateIndex
CREATE UNIQUE INDEX "payout_merchant_id_mch_id_transfer_bill_no_key" ON "payout"("merchant_id", "mch_id", "transfer_bill_no");

-- CreateIndex
CREATE INDEX "payout_run_merchant_id_proposed_at_idx" ON "payout_run"("merchant_id", "proposed_at");

-- CreateIndex
CREATE UNIQUE INDEX "payout_run_merchant_id_run_no_key" ON "payout_run"("merchant_id", "run_no");

-- CreateIndex
CREATE UNIQUE INDEX "tax_remittance_merchant_id_tax_month_reference_key" ON "tax_remittance"("merchant_id", "tax_month", "reference");

-- CreateIndex
CREATE INDEX "wechat_bill_line_merchant_id_line_kind_reference_idx" ON "wechat_bill_line"("merchant_id", "line_kind", "reference");

-- CreateIndex
CREATE INDEX "reconciliation_case_merchant_id_state_opened_at_idx" ON "reconciliation_case"("merchant_id", "state", "opened_at");

-- CreateIndex
CREATE UNIQUE INDEX "reconciliation_case_merchant_id_bill_kind_day_kind_line_kin_key" ON "reconciliation_case"("merchant_id", "bill_kind", "day", "kind", "line_kind", "reference");

-- AddForeignKey
ALTER TABLE "payout_account" ADD CONSTRAINT "payout_account_merchant_id_distributor_id_fkey" FOREIGN KEY ("merchant_id", "distributor_id") REFERENCES "distributor"("merchant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payout" ADD CONSTRAINT "payout_merchant_id_distributor_id_fkey" FOREIGN KEY ("merchant_id", "distributor_id") REFERENCES "distributor"("merchant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payout" ADD CONSTRAINT "payout_merchant_id_run_id_fkey" FOREIGN KEY ("merchant_id", "run_id") REFERENCES "payout_run"("merchant_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payout" ADD CONSTRAINT "payout_merchant_id_tax_rule_version_fkey" FOREIGN KEY ("merchant_id", "tax_rule_version") REFERENCES "tax_rule"("merchant_id", "version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "wechat_bill_line" ADD CONSTRAINT "wechat_bill_line_merchant_id_kind_day_fkey" FOREIGN KEY ("merchant_id", "kind", "day") REFERENCES "wechat_bill"("merchant_id", "kind", "day") ON DELETE RESTRICT ON UPDATE CASCADE;
