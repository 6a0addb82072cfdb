-- CreateIndex
CREATE INDEX "payments_office_requisites_id_status_idx" ON "payments"("office_requisites_id", "status");
