-- Pages of the desk are found on indexes alone: the days of a list in the order of waiting, and the beginning of an
-- e-mail in the order of creation.
DROP INDEX "orders_by_waiting";
CREATE INDEX "orders_by_waiting" ON "orders" ("waiting_since", "id", "created_at") WHERE "deleted_at" IS NULL;
DROP INDEX "orders_email_prefix";
CREATE INDEX "orders_email_prefix" ON "orders" ("email" text_pattern_ops, "created_at" DESC, "id" DESC, "waiting_since") WHERE "deleted_at" IS NULL;
