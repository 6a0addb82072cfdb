-- What the desk's default list shows, with money that came otherwise than agreed: word for word the predicate of
-- lib/exchange/desk-where.ts.
DROP INDEX "orders_for_office";
CREATE INDEX "orders_for_office" ON "orders" ("waiting_since", "id") WHERE "deleted_at" IS NULL AND ("status" IN ('payment_claimed', 'transfer_scheduled', 'funds_received', 'refunding') OR "exception" IN ('underpaid', 'overpaid', 'paid_late', 'payer_mismatch', 'payout_unknown'));
CREATE INDEX "orders_to_be_decided" ON "orders" ("status") WHERE "deleted_at" IS NULL AND "exception" IN ('underpaid', 'overpaid', 'paid_late', 'payer_mismatch', 'payout_unknown');
