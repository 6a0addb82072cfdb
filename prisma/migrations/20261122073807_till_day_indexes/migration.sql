-- CreateIndex
CREATE INDEX "till_operations_decided_at_idx" ON "till_operations"("decided_at");

-- CreateIndex
CREATE INDEX "till_operations_reversed_at_idx" ON "till_operations"("reversed_at");

-- CreateIndex
CREATE INDEX "till_operations_receipt_key_idx" ON "till_operations"("receipt_key");
