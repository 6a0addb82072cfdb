-- DropIndex
DROP INDEX "wallet_records_user_id_entry_id_idx";

-- DropIndex
DROP INDEX "wallet_records_user_id_asset_code_entry_id_idx";

-- DropIndex
DROP INDEX "wallet_records_user_id_kind_entry_id_idx";

-- DropIndex
DROP INDEX "wallet_records_user_id_at_idx";

-- CreateIndex
CREATE INDEX "wallet_records_user_id_at_entry_id_idx" ON "wallet_records"("user_id", "at", "entry_id");

-- CreateIndex
CREATE INDEX "wallet_records_user_id_asset_code_at_entry_id_idx" ON "wallet_records"("user_id", "asset_code", "at", "entry_id");

-- Any choice of asset, direction and kind: each combination is one range of this index, newest at its end.
CREATE INDEX "wallet_records_any_filter" ON "wallet_records"
  ("user_id", "asset_code", (amount_units > 0), "kind", "at", "entry_id");
