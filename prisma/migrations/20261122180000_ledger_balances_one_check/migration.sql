-- One check instead of two (each is read anew by every statement that writes the table), in the form that the writer
-- asks. What a posting proposes before it meets the row that is there has the sign of a free account, and may take from
-- what is held.
ALTER TABLE "ledger_balances" DROP CONSTRAINT "ledger_balances_held";
ALTER TABLE "ledger_balances" DROP CONSTRAINT "ledger_balances_available";
ALTER TABLE "ledger_balances" ADD CONSTRAINT "ledger_balances_covered"
  CHECK ("sign" = 0 OR "held_units" BETWEEN 0 AND "sign" * "balance_units");
