-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('customer', 'cashier', 'operator', 'support', 'accountant', 'admin', 'owner');

-- CreateEnum
CREATE TYPE "AuthTokenPurpose" AS ENUM ('confirm_email', 'reset_password', 'set_password');

-- CreateEnum
CREATE TYPE "AssetKind" AS ENUM ('fiat', 'crypto');

-- CreateEnum
CREATE TYPE "MethodKind" AS ENUM ('bank', 'card', 'emoney', 'crypto', 'cash');

-- CreateEnum
CREATE TYPE "ExchangeType" AS ENUM ('automatic', 'semi_automatic', 'operator');

-- CreateEnum
CREATE TYPE "RateKind" AS ENUM ('fixed', 'market');

-- CreateEnum
CREATE TYPE "HoldState" AS ENUM ('held', 'taken', 'released');

-- CreateEnum
CREATE TYPE "LetterState" AS ENUM ('queued', 'sending', 'sent', 'failed');

-- CreateEnum
CREATE TYPE "OrderStatus" AS ENUM ('in_progress', 'pending_processing', 'payment_claimed', 'transfer_scheduled', 'funds_received', 'completed', 'canceled', 'refunding', 'refunded');

-- CreateEnum
CREATE TYPE "OrderException" AS ENUM ('precheck_refused', 'underpaid', 'overpaid', 'paid_late', 'payer_mismatch', 'payout_failed', 'payout_unknown', 'on_hold');

-- CreateTable
CREATE TABLE "users" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "password_hash" TEXT,
    "name" TEXT NOT NULL DEFAULT '',
    "phone" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "roles" "Role"[] DEFAULT ARRAY['customer']::"Role"[],
    "email_confirmed_at" TIMESTAMPTZ(3),
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "ip" TEXT NOT NULL,
    "user_agent" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "auth_tokens" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "purpose" "AuthTokenPurpose" NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "auth_tokens_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "saved_requisites" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "method_id" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "values" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_requisites_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assets" (
    "code" TEXT NOT NULL,
    "kind" "AssetKind" NOT NULL,
    "scale" SMALLINT NOT NULL,
    "symbol" TEXT NOT NULL DEFAULT '',
    "titles" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "assets_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "payment_methods" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "kind" "MethodKind" NOT NULL,
    "asset_code" TEXT NOT NULL,
    "titles" JSONB NOT NULL,
    "logo_file_id" TEXT,
    "fields" JSONB NOT NULL DEFAULT '[]',
    "instructions" JSONB NOT NULL DEFAULT '{}',
    "default_type" "ExchangeType" NOT NULL DEFAULT 'operator',
    "pay_in_fee_bps" INTEGER NOT NULL DEFAULT 0,
    "pay_in_fee_units" BIGINT NOT NULL DEFAULT 0,
    "pay_out_fee_bps" INTEGER NOT NULL DEFAULT 0,
    "pay_out_fee_units" BIGINT NOT NULL DEFAULT 0,
    "min_in_units" BIGINT,
    "max_in_units" BIGINT,
    "min_out_units" BIGINT,
    "max_out_units" BIGINT,
    "city" TEXT,
    "qr_kind" TEXT NOT NULL DEFAULT 'none',
    "sort" INTEGER NOT NULL DEFAULT 0,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "payment_methods_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "office_requisites" (
    "id" TEXT NOT NULL,
    "method_id" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "lines" JSONB NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "last_used_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "office_requisites_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "directions" (
    "id" TEXT NOT NULL,
    "from_method_id" TEXT NOT NULL,
    "to_method_id" TEXT NOT NULL,
    "type" "ExchangeType",
    "rate_kind" "RateKind" NOT NULL,
    "fixed_in" DECIMAL(38,18),
    "fixed_out" DECIMAL(38,18),
    "spread_bps" INTEGER NOT NULL DEFAULT 0,
    "min_give_units" BIGINT,
    "max_give_units" BIGINT,
    "min_get_units" BIGINT,
    "max_get_units" BIGINT,
    "fee_bps" INTEGER NOT NULL DEFAULT 0,
    "fee_units" BIGINT NOT NULL DEFAULT 0,
    "min_fee_units" BIGINT NOT NULL DEFAULT 0,
    "give_step_units" BIGINT NOT NULL DEFAULT 1,
    "get_step_units" BIGINT NOT NULL DEFAULT 1,
    "expiry_minutes" INTEGER NOT NULL DEFAULT 30,
    "usual_minutes" INTEGER NOT NULL DEFAULT 30,
    "texts" JSONB NOT NULL DEFAULT '{}',
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "sort" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "directions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "market_rates" (
    "base_code" TEXT NOT NULL,
    "quote_code" TEXT NOT NULL,
    "price" DECIMAL(38,18) NOT NULL,
    "source" TEXT NOT NULL DEFAULT 'hand',
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" TEXT,

    CONSTRAINT "market_rates_pkey" PRIMARY KEY ("base_code","quote_code")
);

-- CreateTable
CREATE TABLE "ledger_accounts" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "asset_code" TEXT NOT NULL,
    "sign" SMALLINT NOT NULL,
    "stripes" SMALLINT NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ledger_accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_balances" (
    "account_id" TEXT NOT NULL,
    "stripe" SMALLINT NOT NULL,
    "sign" SMALLINT NOT NULL,
    "balance_units" BIGINT NOT NULL DEFAULT 0,
    "held_units" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "ledger_balances_pkey" PRIMARY KEY ("account_id","stripe")
);

-- CreateTable
CREATE TABLE "ledger_transfers" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "idempotency_key" TEXT NOT NULL,
    "input_hash" TEXT NOT NULL,
    "subject" TEXT,
    "reverses_id" TEXT,
    "actor" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ledger_transfers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_entries" (
    "id" BIGSERIAL NOT NULL,
    "transfer_id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "stripe" SMALLINT NOT NULL,
    "amount_units" BIGINT NOT NULL,
    "balance_after_units" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ledger_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_holds" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "amount_units" BIGINT NOT NULL,
    "state" "HoldState" NOT NULL,
    "subject" TEXT,
    "placed_by" TEXT NOT NULL,
    "settled_by" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "ledger_holds_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reconcile_runs" (
    "id" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3) NOT NULL,
    "clean" BOOLEAN NOT NULL,
    "accounts" BIGINT NOT NULL,
    "entries" BIGINT NOT NULL,
    "findings" JSONB NOT NULL,

    CONSTRAINT "reconcile_runs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "letters" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "dedupe_key" TEXT,
    "to_address" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "props" JSONB NOT NULL,
    "subject" TEXT,
    "html" TEXT,
    "text" TEXT,
    "state" "LetterState" NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "channel" TEXT,
    "order_id" TEXT,
    "user_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "next_try_at" TIMESTAMPTZ(3),

    CONSTRAINT "letters_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "files" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "order_id" TEXT,
    "uploaded_by" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "files_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_records" (
    "id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" TEXT,
    "actor_name" TEXT NOT NULL,
    "ip" TEXT,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "request_id" TEXT,

    CONSTRAINT "audit_records_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "settings" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" TEXT,

    CONSTRAINT "settings_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "quotes" (
    "id" TEXT NOT NULL,
    "direction_id" TEXT NOT NULL,
    "give_units" BIGINT NOT NULL,
    "get_units" BIGINT NOT NULL,
    "rate_in" DECIMAL(38,18) NOT NULL,
    "rate_out" DECIMAL(38,18) NOT NULL,
    "market_rate" DECIMAL(38,18),
    "fee_give_units" BIGINT NOT NULL,
    "fee_get_units" BIGINT NOT NULL,
    "spread_units" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "quotes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "orders" (
    "id" TEXT NOT NULL,
    "status" "OrderStatus" NOT NULL,
    "exception" "OrderException",
    "type" "ExchangeType" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "direction_id" TEXT NOT NULL,
    "from_method_id" TEXT NOT NULL,
    "to_method_id" TEXT NOT NULL,
    "from_asset" TEXT NOT NULL,
    "to_asset" TEXT NOT NULL,
    "quote_id" TEXT NOT NULL,
    "give_units" BIGINT NOT NULL,
    "get_units" BIGINT NOT NULL,
    "rate_in" DECIMAL(38,18) NOT NULL,
    "rate_out" DECIMAL(38,18) NOT NULL,
    "market_rate" DECIMAL(38,18),
    "receipt_market_rate" DECIMAL(38,18),
    "fee_give_units" BIGINT NOT NULL,
    "fee_get_units" BIGINT NOT NULL,
    "spread_units" BIGINT NOT NULL,
    "customer_id" TEXT,
    "email" TEXT NOT NULL,
    "phone" TEXT,
    "locale" TEXT NOT NULL,
    "ip" TEXT NOT NULL,
    "sms_consent" BOOLEAN NOT NULL DEFAULT false,
    "give_requisites" JSONB NOT NULL,
    "get_requisites" JSONB NOT NULL,
    "search_keys" TEXT[],
    "pay_to" JSONB NOT NULL,
    "office_requisites_id" TEXT,
    "hold_id" TEXT,
    "idempotency_key" TEXT NOT NULL,
    "input_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "waiting_since" TIMESTAMPTZ(3) NOT NULL,
    "claimed_at" TIMESTAMPTZ(3),
    "received_at" TIMESTAMPTZ(3),
    "completed_at" TIMESTAMPTZ(3),
    "canceled_at" TIMESTAMPTZ(3),
    "canceled_by" TEXT,
    "cancel_reason" TEXT,
    "expiry_warned_at" TIMESTAMPTZ(3),
    "claim" JSONB,
    "scheduled_for" TIMESTAMPTZ(3),
    "scheduled_text" TEXT,
    "note" TEXT,
    "payout_reference" TEXT,
    "refund_reference" TEXT,
    "held_by" TEXT,
    "held_at" TIMESTAMPTZ(3),
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "orders_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order_events" (
    "id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "event" TEXT NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT,
    "actor_name" TEXT,
    "from_status" "OrderStatus",
    "to_status" "OrderStatus" NOT NULL,
    "exception" "OrderException",
    "public" BOOLEAN NOT NULL,
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "order_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order_notes" (
    "id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "author_id" TEXT NOT NULL,
    "author_name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "order_notes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order_counts" (
    "status" "OrderStatus" NOT NULL,
    "stripe" SMALLINT NOT NULL,
    "orders" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "order_counts_pkey" PRIMARY KEY ("status","stripe")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "sessions_user_id_revoked_at_idx" ON "sessions"("user_id", "revoked_at");

-- CreateIndex
CREATE UNIQUE INDEX "auth_tokens_token_hash_key" ON "auth_tokens"("token_hash");

-- CreateIndex
CREATE INDEX "auth_tokens_user_id_purpose_idx" ON "auth_tokens"("user_id", "purpose");

-- CreateIndex
CREATE INDEX "saved_requisites_user_id_idx" ON "saved_requisites"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "payment_methods_code_key" ON "payment_methods"("code");

-- CreateIndex
CREATE INDEX "office_requisites_method_id_enabled_last_used_at_idx" ON "office_requisites"("method_id", "enabled", "last_used_at");

-- CreateIndex
CREATE INDEX "directions_to_method_id_idx" ON "directions"("to_method_id");

-- CreateIndex
CREATE UNIQUE INDEX "directions_from_method_id_to_method_id_key" ON "directions"("from_method_id", "to_method_id");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_accounts_kind_owner_asset_code_key" ON "ledger_accounts"("kind", "owner", "asset_code");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_transfers_idempotency_key_key" ON "ledger_transfers"("idempotency_key");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_transfers_reverses_id_key" ON "ledger_transfers"("reverses_id");

-- CreateIndex
CREATE INDEX "ledger_transfers_subject_idx" ON "ledger_transfers"("subject");

-- CreateIndex
CREATE INDEX "ledger_transfers_created_at_idx" ON "ledger_transfers"("created_at");

-- CreateIndex
CREATE INDEX "ledger_entries_transfer_id_idx" ON "ledger_entries"("transfer_id");

-- CreateIndex
CREATE INDEX "ledger_entries_account_id_id_idx" ON "ledger_entries"("account_id", "id");

-- CreateIndex
CREATE INDEX "ledger_holds_account_id_state_idx" ON "ledger_holds"("account_id", "state");

-- CreateIndex
CREATE INDEX "ledger_holds_subject_idx" ON "ledger_holds"("subject");

-- CreateIndex
CREATE INDEX "reconcile_runs_started_at_idx" ON "reconcile_runs"("started_at");

-- CreateIndex
CREATE UNIQUE INDEX "letters_dedupe_key_key" ON "letters"("dedupe_key");

-- CreateIndex
CREATE INDEX "letters_created_at_idx" ON "letters"("created_at");

-- CreateIndex
CREATE INDEX "letters_order_id_idx" ON "letters"("order_id");

-- CreateIndex
CREATE INDEX "letters_state_next_try_at_idx" ON "letters"("state", "next_try_at");

-- CreateIndex
CREATE INDEX "files_order_id_idx" ON "files"("order_id");

-- CreateIndex
CREATE INDEX "audit_records_at_idx" ON "audit_records"("at");

-- CreateIndex
CREATE INDEX "audit_records_subject_at_idx" ON "audit_records"("subject", "at");

-- CreateIndex
CREATE INDEX "audit_records_actor_id_at_idx" ON "audit_records"("actor_id", "at");

-- CreateIndex
CREATE INDEX "quotes_expires_at_idx" ON "quotes"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "orders_quote_id_key" ON "orders"("quote_id");

-- CreateIndex
CREATE UNIQUE INDEX "orders_idempotency_key_key" ON "orders"("idempotency_key");

-- CreateIndex
CREATE INDEX "orders_email_created_at_idx" ON "orders"("email", "created_at");

-- CreateIndex
CREATE INDEX "orders_customer_id_created_at_idx" ON "orders"("customer_id", "created_at");

-- CreateIndex
CREATE INDEX "orders_ip_created_at_idx" ON "orders"("ip", "created_at");

-- CreateIndex
CREATE INDEX "order_events_order_id_at_idx" ON "order_events"("order_id", "at");

-- CreateIndex
CREATE INDEX "order_notes_order_id_created_at_idx" ON "order_notes"("order_id", "created_at");

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "auth_tokens" ADD CONSTRAINT "auth_tokens_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_requisites" ADD CONSTRAINT "saved_requisites_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_requisites" ADD CONSTRAINT "saved_requisites_method_id_fkey" FOREIGN KEY ("method_id") REFERENCES "payment_methods"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_methods" ADD CONSTRAINT "payment_methods_asset_code_fkey" FOREIGN KEY ("asset_code") REFERENCES "assets"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "office_requisites" ADD CONSTRAINT "office_requisites_method_id_fkey" FOREIGN KEY ("method_id") REFERENCES "payment_methods"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "directions" ADD CONSTRAINT "directions_from_method_id_fkey" FOREIGN KEY ("from_method_id") REFERENCES "payment_methods"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "directions" ADD CONSTRAINT "directions_to_method_id_fkey" FOREIGN KEY ("to_method_id") REFERENCES "payment_methods"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_balances" ADD CONSTRAINT "ledger_balances_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "ledger_accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_events" ADD CONSTRAINT "order_events_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_notes" ADD CONSTRAINT "order_notes_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language cannot say.

-- The ledger's rules once more, below the code that keeps them.
ALTER TABLE "ledger_accounts" ADD CONSTRAINT "ledger_accounts_sign" CHECK ("sign" IN (-1, 0, 1));
ALTER TABLE "ledger_accounts" ADD CONSTRAINT "ledger_accounts_stripes" CHECK ("stripes" BETWEEN 1 AND 64 AND ("sign" = 0 OR "stripes" = 1));
ALTER TABLE "ledger_balances" ADD CONSTRAINT "ledger_balances_held" CHECK ("held_units" >= 0);
ALTER TABLE "ledger_balances" ADD CONSTRAINT "ledger_balances_available" CHECK ("sign" = 0 OR "sign" * "balance_units" - "held_units" >= 0);
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_amount" CHECK ("amount_units" <> 0);
ALTER TABLE "ledger_holds" ADD CONSTRAINT "ledger_holds_amount" CHECK ("amount_units" > 0);
-- Balances are rewritten all the time: room on each page keeps the rewrites off the indexes.
ALTER TABLE "ledger_balances" SET (fillfactor = 50);
ALTER TABLE "order_counts" SET (fillfactor = 50);
ALTER TABLE "orders" SET (fillfactor = 80);

ALTER TABLE "assets" ADD CONSTRAINT "assets_scale" CHECK ("scale" BETWEEN 0 AND 8);
ALTER TABLE "orders" ADD CONSTRAINT "orders_amounts" CHECK ("give_units" > 0 AND "get_units" > 0);
ALTER TABLE "directions" ADD CONSTRAINT "directions_steps" CHECK ("give_step_units" > 0 AND "get_step_units" > 0);
ALTER TABLE "market_rates" ADD CONSTRAINT "market_rates_price" CHECK ("price" > 0);

-- The desk: what waits, oldest first; then everything, newest first. Keyset pages walk these indexes.
CREATE INDEX "orders_waiting" ON "orders" ("waiting_since", "id") WHERE "deleted_at" IS NULL AND "status" NOT IN ('completed', 'canceled', 'refunded');
CREATE INDEX "orders_status_waiting" ON "orders" ("status", "waiting_since", "id") WHERE "deleted_at" IS NULL;
CREATE INDEX "orders_status_created" ON "orders" ("status", "created_at" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
CREATE INDEX "orders_created" ON "orders" ("created_at" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
CREATE INDEX "orders_from_method" ON "orders" ("from_method_id", "created_at" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
CREATE INDEX "orders_to_method" ON "orders" ("to_method_id", "created_at" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
CREATE INDEX "orders_held_by" ON "orders" ("held_by", "created_at" DESC, "id" DESC) WHERE "held_by" IS NOT NULL AND "deleted_at" IS NULL;
CREATE INDEX "orders_give_amount" ON "orders" ("from_asset", "give_units") WHERE "deleted_at" IS NULL;
CREATE INDEX "orders_exception" ON "orders" ("exception", "waiting_since") WHERE "exception" IS NOT NULL AND "deleted_at" IS NULL;
CREATE INDEX "orders_search_keys" ON "orders" USING GIN ("search_keys");
-- The timer: what expires next.
CREATE INDEX "orders_expiring" ON "orders" ("expires_at") WHERE "status" IN ('pending_processing', 'in_progress');
