-- CreateEnum
CREATE TYPE "TillKind" AS ENUM ('top_up', 'write_off');

-- CreateEnum
CREATE TYPE "TillStatus" AS ENUM ('awaiting_approval', 'done', 'declined', 'reversed');

-- CreateEnum
CREATE TYPE "TopUpWay" AS ENUM ('system', 'direct', 'cashier');

-- CreateEnum
CREATE TYPE "TopUpStatus" AS ENUM ('waiting', 'claimed', 'credited', 'canceled', 'expired', 'declined');

-- CreateEnum
CREATE TYPE "WithdrawalStatus" AS ENUM ('in_progress', 'paid', 'canceled');

-- AlterEnum
ALTER TYPE "MethodKind" ADD VALUE 'wallet';

-- AlterTable
ALTER TABLE "payment_methods" ADD COLUMN     "top_up_fee_bps" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "top_up_fee_units" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "top_up_max_units" BIGINT,
ADD COLUMN     "top_up_min_units" BIGINT,
ADD COLUMN     "withdraw_fee_bps" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "withdraw_fee_units" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "withdraw_max_units" BIGINT,
ADD COLUMN     "withdraw_min_units" BIGINT;

-- AlterTable
ALTER TABLE "orders" ADD COLUMN     "from_wallet" TEXT,
ADD COLUMN     "to_wallet" TEXT;

-- CreateTable
CREATE TABLE "cashiers" (
    "user_id" TEXT NOT NULL,
    "suspended_at" TIMESTAMPTZ(3),
    "may_write_off" BOOLEAN NOT NULL DEFAULT false,
    "senior" BOOLEAN NOT NULL DEFAULT false,
    "has_drawer" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "cashiers_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "cashier_limits" (
    "user_id" TEXT NOT NULL,
    "asset_code" TEXT NOT NULL,
    "operation_units" BIGINT,
    "day_units" BIGINT,

    CONSTRAINT "cashier_limits_pkey" PRIMARY KEY ("user_id","asset_code")
);

-- CreateTable
CREATE TABLE "till_operations" (
    "id" TEXT NOT NULL,
    "number" SERIAL NOT NULL,
    "kind" "TillKind" NOT NULL,
    "status" "TillStatus" NOT NULL,
    "cashier_id" TEXT NOT NULL,
    "shift_id" TEXT,
    "user_id" TEXT NOT NULL,
    "asset_code" TEXT NOT NULL,
    "amount_units" BIGINT NOT NULL,
    "fee_units" BIGINT NOT NULL DEFAULT 0,
    "money_kind" TEXT NOT NULL,
    "drawer" BOOLEAN NOT NULL DEFAULT false,
    "receipt_number" TEXT NOT NULL,
    "receipt_key" TEXT NOT NULL,
    "receipt_file_id" TEXT,
    "reason" TEXT,
    "comment" TEXT NOT NULL DEFAULT '',
    "top_up_id" TEXT,
    "approval_for" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "approved_by" TEXT,
    "approval_note" TEXT,
    "same_receipt" BOOLEAN NOT NULL DEFAULT false,
    "hold_id" TEXT,
    "transfer_id" TEXT,
    "balance_after_units" BIGINT,
    "reversed_by" TEXT,
    "reverse_reason" TEXT,
    "reversal_transfer_id" TEXT,
    "idempotency_key" TEXT NOT NULL,
    "input_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "reversed_at" TIMESTAMPTZ(3),

    CONSTRAINT "till_operations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shifts" (
    "id" TEXT NOT NULL,
    "cashier_id" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "open_note" TEXT NOT NULL DEFAULT '',
    "close_note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "shifts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shift_counts" (
    "shift_id" TEXT NOT NULL,
    "asset_code" TEXT NOT NULL,
    "open_counted_units" BIGINT NOT NULL,
    "open_expected_units" BIGINT NOT NULL,
    "close_counted_units" BIGINT,
    "close_expected_units" BIGINT,

    CONSTRAINT "shift_counts_pkey" PRIMARY KEY ("shift_id","asset_code")
);

-- CreateTable
CREATE TABLE "drawer_moves" (
    "id" TEXT NOT NULL,
    "shift_id" TEXT NOT NULL,
    "cashier_id" TEXT NOT NULL,
    "asset_code" TEXT NOT NULL,
    "amount_units" BIGINT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "idempotency_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "drawer_moves_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "wallets" (
    "user_id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "wallets_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "wallet_records" (
    "entry_id" BIGINT NOT NULL,
    "user_id" TEXT NOT NULL,
    "asset_code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "amount_units" BIGINT NOT NULL,
    "balance_after_units" BIGINT NOT NULL,
    "transfer_id" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "details" JSONB NOT NULL DEFAULT '{}',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "wallet_records_pkey" PRIMARY KEY ("entry_id")
);

-- CreateTable
CREATE TABLE "wallet_assets" (
    "asset_code" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "method_id" TEXT NOT NULL,
    "top_up_day_units" BIGINT,
    "spend_day_units" BIGINT,
    "transfer_day_units" BIGINT,
    "withdraw_day_units" BIGINT,
    "transfer_min_units" BIGINT,
    "transfer_max_units" BIGINT,
    "top_up_approval_units" BIGINT,
    "write_off_approval_units" BIGINT,
    "cashier_fee_bps" INTEGER NOT NULL DEFAULT 0,
    "cashier_fee_units" BIGINT NOT NULL DEFAULT 0,
    "cashier_min_units" BIGINT,
    "cashier_max_units" BIGINT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "wallet_assets_pkey" PRIMARY KEY ("asset_code")
);

-- CreateTable
CREATE TABLE "top_ups" (
    "id" TEXT NOT NULL,
    "number" SERIAL NOT NULL,
    "user_id" TEXT NOT NULL,
    "way" "TopUpWay" NOT NULL,
    "status" "TopUpStatus" NOT NULL,
    "method_id" TEXT,
    "asset_code" TEXT NOT NULL,
    "amount_units" BIGINT NOT NULL,
    "fee_units" BIGINT NOT NULL DEFAULT 0,
    "credited_units" BIGINT,
    "pay_to" JSONB NOT NULL DEFAULT '[]',
    "money_kind" TEXT,
    "comment" TEXT NOT NULL DEFAULT '',
    "receipt_file_id" TEXT,
    "reason" TEXT,
    "idempotency_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "decided_at" TIMESTAMPTZ(3),
    "decided_by" TEXT,

    CONSTRAINT "top_ups_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "wallet_transfers" (
    "id" TEXT NOT NULL,
    "from_user_id" TEXT NOT NULL,
    "to_user_id" TEXT NOT NULL,
    "asset_code" TEXT NOT NULL,
    "amount_units" BIGINT NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "idempotency_key" TEXT NOT NULL,
    "input_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "wallet_transfers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "withdrawals" (
    "id" TEXT NOT NULL,
    "number" SERIAL NOT NULL,
    "user_id" TEXT NOT NULL,
    "status" "WithdrawalStatus" NOT NULL,
    "method_id" TEXT NOT NULL,
    "asset_code" TEXT NOT NULL,
    "amount_units" BIGINT NOT NULL,
    "fee_units" BIGINT NOT NULL DEFAULT 0,
    "requisites" JSONB NOT NULL,
    "wallet_hold_id" TEXT NOT NULL,
    "reserve_hold_id" TEXT NOT NULL,
    "reference" TEXT,
    "reason" TEXT,
    "idempotency_key" TEXT NOT NULL,
    "input_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "withdrawals_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "till_operations_number_key" ON "till_operations"("number");

-- CreateIndex
CREATE UNIQUE INDEX "till_operations_idempotency_key_key" ON "till_operations"("idempotency_key");

-- CreateIndex
CREATE INDEX "till_operations_cashier_id_created_at_idx" ON "till_operations"("cashier_id", "created_at");

-- CreateIndex
CREATE INDEX "till_operations_user_id_created_at_idx" ON "till_operations"("user_id", "created_at");

-- CreateIndex
CREATE INDEX "till_operations_status_created_at_idx" ON "till_operations"("status", "created_at");

-- CreateIndex
CREATE INDEX "till_operations_created_at_idx" ON "till_operations"("created_at");

-- CreateIndex
CREATE INDEX "shifts_cashier_id_opened_at_idx" ON "shifts"("cashier_id", "opened_at");

-- CreateIndex
CREATE UNIQUE INDEX "drawer_moves_idempotency_key_key" ON "drawer_moves"("idempotency_key");

-- CreateIndex
CREATE INDEX "drawer_moves_shift_id_idx" ON "drawer_moves"("shift_id");

-- CreateIndex
CREATE INDEX "drawer_moves_cashier_id_created_at_idx" ON "drawer_moves"("cashier_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "wallets_number_key" ON "wallets"("number");

-- CreateIndex
CREATE INDEX "wallet_records_user_id_entry_id_idx" ON "wallet_records"("user_id", "entry_id");

-- CreateIndex
CREATE INDEX "wallet_records_user_id_asset_code_entry_id_idx" ON "wallet_records"("user_id", "asset_code", "entry_id");

-- CreateIndex
CREATE INDEX "wallet_records_user_id_kind_entry_id_idx" ON "wallet_records"("user_id", "kind", "entry_id");

-- CreateIndex
CREATE INDEX "wallet_records_user_id_at_idx" ON "wallet_records"("user_id", "at");

-- CreateIndex
CREATE INDEX "wallet_records_subject_idx" ON "wallet_records"("subject");

-- CreateIndex
CREATE UNIQUE INDEX "wallet_assets_method_id_key" ON "wallet_assets"("method_id");

-- CreateIndex
CREATE UNIQUE INDEX "top_ups_number_key" ON "top_ups"("number");

-- CreateIndex
CREATE UNIQUE INDEX "top_ups_idempotency_key_key" ON "top_ups"("idempotency_key");

-- CreateIndex
CREATE INDEX "top_ups_user_id_created_at_idx" ON "top_ups"("user_id", "created_at");

-- CreateIndex
CREATE INDEX "top_ups_way_status_created_at_idx" ON "top_ups"("way", "status", "created_at");

-- CreateIndex
CREATE INDEX "top_ups_status_expires_at_idx" ON "top_ups"("status", "expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "wallet_transfers_idempotency_key_key" ON "wallet_transfers"("idempotency_key");

-- CreateIndex
CREATE INDEX "wallet_transfers_from_user_id_created_at_idx" ON "wallet_transfers"("from_user_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "withdrawals_number_key" ON "withdrawals"("number");

-- CreateIndex
CREATE UNIQUE INDEX "withdrawals_idempotency_key_key" ON "withdrawals"("idempotency_key");

-- CreateIndex
CREATE INDEX "withdrawals_user_id_created_at_idx" ON "withdrawals"("user_id", "created_at");

-- CreateIndex
CREATE INDEX "withdrawals_status_created_at_idx" ON "withdrawals"("status", "created_at");

-- AddForeignKey
ALTER TABLE "cashier_limits" ADD CONSTRAINT "cashier_limits_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "cashiers"("user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shift_counts" ADD CONSTRAINT "shift_counts_shift_id_fkey" FOREIGN KEY ("shift_id") REFERENCES "shifts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One credit a receipt number of a kind; a second one only with a second person's word.
CREATE UNIQUE INDEX "till_operations_one_a_receipt" ON "till_operations" ("money_kind", "receipt_key")
  WHERE "kind" = 'top_up' AND "status" IN ('awaiting_approval', 'done') AND NOT "same_receipt";

-- One open shift a cashier.
CREATE UNIQUE INDEX "shifts_one_open" ON "shifts" ("cashier_id") WHERE "closed_at" IS NULL;

SELECT pgboss.create_queue(name, json_build_object('policy', 'standard'))
FROM unnest(ARRAY['expire-top-ups']) AS name;
