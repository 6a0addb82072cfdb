-- DropIndex
DROP INDEX "ledger_transfers_reverses_id_key";

-- DropIndex
DROP INDEX "ledger_transfers_subject_idx";

-- DropIndex
DROP INDEX "ledger_transfers_created_at_idx";

-- Most transfers reverse nothing, and a house's own have no subject: only what is looked for is indexed.
CREATE UNIQUE INDEX "ledger_transfers_reverses" ON "ledger_transfers" ("reverses_id") WHERE "reverses_id" IS NOT NULL;
CREATE INDEX "ledger_transfers_subject" ON "ledger_transfers" ("subject") WHERE "subject" IS NOT NULL;
