-- CreateEnum
CREATE TYPE "PaymentStatus" AS ENUM ('created', 'started', 'claimed', 'paid', 'refused', 'canceled');

-- CreateEnum
CREATE TYPE "NoticeVerdict" AS ENUM ('accepted', 'refused', 'answered');

-- CreateEnum
CREATE TYPE "PayoutStatus" AS ENUM ('awaiting_approval', 'queued', 'sending', 'pending', 'unknown', 'settled', 'refused', 'canceled');

-- CreateEnum
CREATE TYPE "RefundStatus" AS ENUM ('awaiting_approval', 'awaiting_details', 'ready', 'sending', 'pending', 'unknown', 'settled', 'refused', 'canceled');

-- CreateEnum
CREATE TYPE "RefundKind" AS ENUM ('full', 'excess', 'part');

-- CreateEnum
CREATE TYPE "StatementLineState" AS ENUM ('unmatched', 'sure', 'doubtful', 'confirmed', 'ignored');

-- AlterTable
ALTER TABLE "payment_methods" ADD COLUMN     "claim_titles" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "pay_in_connection_id" TEXT,
ADD COLUMN     "pay_out_connection_id" TEXT,
ADD COLUMN     "payer_must_match" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "payout_approval_units" BIGINT,
ADD COLUMN     "payout_day_units" BIGINT,
ADD COLUMN     "payout_max_units" BIGINT,
ADD COLUMN     "payouts_stopped" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "receipt_required" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "reference_required" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "refund_approval_units" BIGINT,
ADD COLUMN     "system_fee_bearer" TEXT NOT NULL DEFAULT 'office',
ADD COLUMN     "system_fee_bps" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "system_fee_units" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "tolerance_bps" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "tolerance_units" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "unique_amounts" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "uses" TEXT[] DEFAULT ARRAY['exchange']::TEXT[];

-- AlterTable
ALTER TABLE "office_requisites" ADD COLUMN     "day_limit_units" BIGINT,
ADD COLUMN     "month_limit_units" BIGINT;

-- AlterTable
ALTER TABLE "orders" ADD COLUMN     "received_units" BIGINT NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "system_connections" (
    "id" TEXT NOT NULL,
    "system_code" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "secrets" JSONB NOT NULL DEFAULT '{}',
    "test_mode" BOOLEAN NOT NULL DEFAULT false,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "failures_in_row" INTEGER NOT NULL DEFAULT 0,
    "broken_at" TIMESTAMPTZ(3),
    "broken_reason" TEXT,
    "last_ok_at" TIMESTAMPTZ(3),
    "balances" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "system_connections_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payments" (
    "id" TEXT NOT NULL,
    "number" SERIAL NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "method_id" TEXT NOT NULL,
    "connection_id" TEXT,
    "system_code" TEXT NOT NULL,
    "status" "PaymentStatus" NOT NULL,
    "asset_code" TEXT NOT NULL,
    "amount_units" BIGINT NOT NULL,
    "received_units" BIGINT,
    "system_fee_units" BIGINT NOT NULL DEFAULT 0,
    "external_id" TEXT,
    "facts" JSONB NOT NULL DEFAULT '{}',
    "payer" JSONB,
    "start" JSONB,
    "reason" TEXT,
    "claim" JSONB,
    "office_requisites_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "claimed_at" TIMESTAMPTZ(3),
    "paid_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "next_poll_at" TIMESTAMPTZ(3),
    "polls" INTEGER NOT NULL DEFAULT 0,
    "confirmed_by" TEXT,

    CONSTRAINT "payments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_notices" (
    "id" TEXT NOT NULL,
    "system_code" TEXT NOT NULL,
    "method_code" TEXT NOT NULL,
    "connection_id" TEXT,
    "payment_id" TEXT,
    "verdict" "NoticeVerdict" NOT NULL,
    "reason" TEXT,
    "http_method" TEXT NOT NULL,
    "query" TEXT NOT NULL DEFAULT '',
    "headers" JSONB NOT NULL DEFAULT '{}',
    "body" BYTEA NOT NULL,
    "ip" TEXT NOT NULL,
    "reading" JSONB,
    "event_key" TEXT,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "processed_at" TIMESTAMPTZ(3),
    "outcome" TEXT,

    CONSTRAINT "payment_notices_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payouts" (
    "id" TEXT NOT NULL,
    "number" SERIAL NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "method_id" TEXT NOT NULL,
    "connection_id" TEXT,
    "system_code" TEXT NOT NULL,
    "status" "PayoutStatus" NOT NULL,
    "asset_code" TEXT NOT NULL,
    "amount_units" BIGINT NOT NULL,
    "system_fee_units" BIGINT NOT NULL DEFAULT 0,
    "destination" JSONB NOT NULL,
    "external_id" TEXT,
    "reference" TEXT,
    "facts" JSONB NOT NULL DEFAULT '{}',
    "reason" TEXT,
    "waits_for" TEXT,
    "requested_by" TEXT NOT NULL,
    "approved_by" TEXT,
    "approved_at" TIMESTAMPTZ(3),
    "decided_by" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "settled_at" TIMESTAMPTZ(3),
    "alarmed_at" TIMESTAMPTZ(3),
    "next_try_at" TIMESTAMPTZ(3),
    "checks" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "payouts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "refunds" (
    "id" TEXT NOT NULL,
    "number" SERIAL NOT NULL,
    "order_id" TEXT NOT NULL,
    "payment_id" TEXT,
    "kind" "RefundKind" NOT NULL,
    "status" "RefundStatus" NOT NULL,
    "method_id" TEXT NOT NULL,
    "asset_code" TEXT NOT NULL,
    "amount_units" BIGINT NOT NULL,
    "fee_units" BIGINT NOT NULL DEFAULT 0,
    "basis" TEXT NOT NULL DEFAULT 'received',
    "way" TEXT NOT NULL,
    "requisites" JSONB,
    "reason" TEXT NOT NULL,
    "external_id" TEXT,
    "reference" TEXT,
    "failure" TEXT,
    "requested_by" TEXT NOT NULL,
    "requested_by_id" TEXT,
    "approved_by" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "settled_at" TIMESTAMPTZ(3),
    "next_try_at" TIMESTAMPTZ(3),
    "checks" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "refunds_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bank_statements" (
    "id" TEXT NOT NULL,
    "method_id" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "rows" INTEGER NOT NULL,
    "uploaded_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "bank_statements_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bank_statement_lines" (
    "id" TEXT NOT NULL,
    "statement_id" TEXT NOT NULL,
    "method_id" TEXT NOT NULL,
    "line_key" TEXT NOT NULL,
    "booked_at" TIMESTAMPTZ(3) NOT NULL,
    "amount_units" BIGINT NOT NULL,
    "reference" TEXT NOT NULL DEFAULT '',
    "payer" TEXT NOT NULL DEFAULT '',
    "purpose" TEXT NOT NULL DEFAULT '',
    "state" "StatementLineState" NOT NULL,
    "payment_id" TEXT,
    "candidates" JSONB NOT NULL DEFAULT '[]',
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "bank_statement_lines_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "statement_mappings" (
    "method_id" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" TEXT NOT NULL,

    CONSTRAINT "statement_mappings_pkey" PRIMARY KEY ("method_id")
);

-- CreateIndex
CREATE INDEX "system_connections_system_code_idx" ON "system_connections"("system_code");

-- CreateIndex
CREATE UNIQUE INDEX "payments_number_key" ON "payments"("number");

-- CreateIndex
CREATE INDEX "payments_subject_id_idx" ON "payments"("subject_id");

-- CreateIndex
CREATE INDEX "payments_method_id_status_created_at_idx" ON "payments"("method_id", "status", "created_at");

-- CreateIndex
CREATE INDEX "payments_system_code_status_created_at_idx" ON "payments"("system_code", "status", "created_at");

-- CreateIndex
CREATE INDEX "payments_next_poll_at_idx" ON "payments"("next_poll_at");

-- CreateIndex
CREATE UNIQUE INDEX "payments_connection_id_external_id_key" ON "payments"("connection_id", "external_id");

-- CreateIndex
CREATE INDEX "payment_notices_received_at_idx" ON "payment_notices"("received_at");

-- CreateIndex
CREATE INDEX "payment_notices_payment_id_idx" ON "payment_notices"("payment_id");

-- CreateIndex
CREATE INDEX "payment_notices_verdict_received_at_idx" ON "payment_notices"("verdict", "received_at");

-- CreateIndex
CREATE UNIQUE INDEX "payouts_number_key" ON "payouts"("number");

-- CreateIndex
CREATE INDEX "payouts_status_created_at_idx" ON "payouts"("status", "created_at");

-- CreateIndex
CREATE INDEX "payouts_method_id_sent_at_idx" ON "payouts"("method_id", "sent_at");

-- CreateIndex
CREATE INDEX "payouts_subject_id_idx" ON "payouts"("subject_id");

-- CreateIndex
CREATE INDEX "payouts_next_try_at_idx" ON "payouts"("next_try_at");

-- CreateIndex
CREATE UNIQUE INDEX "refunds_number_key" ON "refunds"("number");

-- CreateIndex
CREATE INDEX "refunds_order_id_idx" ON "refunds"("order_id");

-- CreateIndex
CREATE INDEX "refunds_status_created_at_idx" ON "refunds"("status", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "bank_statements_method_id_sha256_key" ON "bank_statements"("method_id", "sha256");

-- CreateIndex
CREATE INDEX "bank_statement_lines_method_id_state_idx" ON "bank_statement_lines"("method_id", "state");

-- CreateIndex
CREATE INDEX "bank_statement_lines_statement_id_idx" ON "bank_statement_lines"("statement_id");

-- CreateIndex
CREATE UNIQUE INDEX "bank_statement_lines_method_id_line_key_key" ON "bank_statement_lines"("method_id", "line_key");

-- AddForeignKey
ALTER TABLE "payment_methods" ADD CONSTRAINT "payment_methods_pay_in_connection_id_fkey" FOREIGN KEY ("pay_in_connection_id") REFERENCES "system_connections"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_methods" ADD CONSTRAINT "payment_methods_pay_out_connection_id_fkey" FOREIGN KEY ("pay_out_connection_id") REFERENCES "system_connections"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bank_statement_lines" ADD CONSTRAINT "bank_statement_lines_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "bank_statements"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Two payouts of one subject at once would pay twice.
CREATE UNIQUE INDEX "payouts_one_active_a_subject" ON "payouts" ("subject_kind", "subject_id")
  WHERE "status" NOT IN ('refused', 'canceled');

-- One accepted notice of an event; its repetitions are kept without the key.
CREATE UNIQUE INDEX "payment_notices_event" ON "payment_notices" ("event_key") WHERE "verdict" = 'accepted';

-- What the ledger already has of orders that were served by hand.
UPDATE "orders" SET "received_units" = "give_units"
  WHERE "status" IN ('transfer_scheduled', 'funds_received', 'refunding', 'completed');

-- The queues of payments; a command queues its jobs whether a worker has ever run or not.
SELECT pgboss.create_queue(name, json_build_object('policy', 'standard'))
FROM unnest(ARRAY['process-notice', 'check-payment', 'poll-payments', 'send-payout', 'check-payout', 'poll-payouts',
  'send-refund', 'check-refund', 'check-balances']) AS name;
