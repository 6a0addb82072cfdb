-- AlterTable
ALTER TABLE "top_ups" ADD COLUMN     "fee_bps" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "fee_fixed_units" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "input_hash" TEXT NOT NULL,
ADD COLUMN     "taken_by" TEXT;

-- CreateIndex
CREATE INDEX "top_ups_receipt_file_id_idx" ON "top_ups"("receipt_file_id");
