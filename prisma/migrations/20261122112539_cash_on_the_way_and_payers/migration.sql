-- AlterTable
ALTER TABLE "drawer_moves" ADD COLUMN     "decided_at" TIMESTAMPTZ(3),
ADD COLUMN     "decided_by" TEXT,
ADD COLUMN     "return_reason" TEXT;

-- Until now what was collected was the office's at once: nobody has to receive it any more.
UPDATE "drawer_moves" SET "decided_at" = "created_at";

-- AlterTable
ALTER TABLE "top_ups" ADD COLUMN     "requisites" JSONB NOT NULL DEFAULT '{}';

-- CreateIndex
CREATE INDEX "drawer_moves_decided_at_idx" ON "drawer_moves"("decided_at");
