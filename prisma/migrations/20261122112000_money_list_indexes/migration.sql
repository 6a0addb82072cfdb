-- The desk's lists of money with no status chosen are read in the order of creation, however long they have grown.
CREATE INDEX "payouts_created_at" ON "payouts" ("created_at", "id");
CREATE INDEX "payments_direct" ON "payments" ("created_at", "id") WHERE "system_code" = 'direct';
