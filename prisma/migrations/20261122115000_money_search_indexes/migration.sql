-- What the desk searches lists of money by: a system's own number or reference of a payout, an amount of a direct payment.
CREATE INDEX "payouts_reference" ON "payouts" ("reference") WHERE "reference" IS NOT NULL;
CREATE INDEX "payouts_external_id" ON "payouts" ("external_id") WHERE "external_id" IS NOT NULL;
CREATE INDEX "payments_direct_amount" ON "payments" ("amount_units") WHERE "system_code" = 'direct';
