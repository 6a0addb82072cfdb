-- Exceptions in the order of waiting are read from their index alone, as those in the order of creation are.
DROP INDEX "orders_exception";
CREATE INDEX "orders_exception" ON "orders" ("exception", "waiting_since", "id")
  INCLUDE ("created_at", "held_by", "from_method_id", "to_method_id", "type")
  WHERE "exception" IS NOT NULL AND "deleted_at" IS NULL;
