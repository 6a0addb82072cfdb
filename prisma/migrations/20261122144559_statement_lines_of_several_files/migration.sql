-- CreateTable
CREATE TABLE "bank_statement_repeats" (
    "statement_id" TEXT NOT NULL,
    "line_id" TEXT NOT NULL,

    CONSTRAINT "bank_statement_repeats_pkey" PRIMARY KEY ("statement_id","line_id")
);

-- CreateIndex
CREATE INDEX "bank_statement_repeats_line_id_idx" ON "bank_statement_repeats"("line_id");

-- AddForeignKey
ALTER TABLE "bank_statement_repeats" ADD CONSTRAINT "bank_statement_repeats_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "bank_statements"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bank_statement_repeats" ADD CONSTRAINT "bank_statement_repeats_line_id_fkey" FOREIGN KEY ("line_id") REFERENCES "bank_statement_lines"("id") ON DELETE CASCADE ON UPDATE CASCADE;
