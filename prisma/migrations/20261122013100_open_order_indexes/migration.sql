-- How many unverified orders stand for one e-mail and one address: asked with every new order, however many it had.
CREATE INDEX "orders_unverified_email" ON "orders" ("email") WHERE "status" IN ('in_progress', 'pending_processing', 'payment_claimed');
CREATE INDEX "orders_unverified_ip" ON "orders" ("ip") WHERE "status" IN ('in_progress', 'pending_processing', 'payment_claimed');
