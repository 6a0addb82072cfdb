-- What the desk's default list shows: the predicate is that of lib/exchange/desk-where.ts, word for word.
CREATE INDEX "orders_for_office" ON "orders" ("waiting_since", "id") WHERE "deleted_at" IS NULL AND ("status" IN ('payment_claimed', 'transfer_scheduled', 'funds_received', 'refunding') OR ("status" = 'canceled' AND "exception" = 'paid_late'));
CREATE INDEX "orders_pair" ON "orders" ("from_method_id", "to_method_id", "created_at" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
CREATE INDEX "orders_type" ON "orders" ("type", "created_at" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
CREATE INDEX "orders_exceptional" ON "orders" ("created_at" DESC, "id" DESC) WHERE "exception" IS NOT NULL AND "deleted_at" IS NULL;
-- The beginning of an e-mail, in databases of any collation.
CREATE INDEX "orders_email_prefix" ON "orders" ("email" text_pattern_ops) WHERE "deleted_at" IS NULL;
CREATE INDEX "orders_by_waiting" ON "orders" ("waiting_since", "id") WHERE "deleted_at" IS NULL;
