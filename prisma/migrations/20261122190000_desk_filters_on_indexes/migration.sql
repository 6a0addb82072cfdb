-- What the desk's queue and its exceptions are filtered by lies in their indexes: an order that a filter passes over is
-- not read.
DROP INDEX "orders_for_office";
CREATE INDEX "orders_for_office" ON "orders" ("waiting_since", "id")
  INCLUDE ("created_at", "held_by", "from_method_id", "to_method_id", "type")
  WHERE "deleted_at" IS NULL AND ("status" IN ('payment_claimed', 'transfer_scheduled', 'funds_received', 'refunding') OR "exception" IN ('underpaid', 'overpaid', 'paid_late', 'payer_mismatch', 'payout_unknown'));
DROP INDEX "orders_exceptional";
CREATE INDEX "orders_exceptional" ON "orders" ("created_at" DESC, "id" DESC)
  INCLUDE ("waiting_since", "exception", "held_by", "from_method_id", "to_method_id", "type")
  WHERE "exception" IS NOT NULL AND "deleted_at" IS NULL;
