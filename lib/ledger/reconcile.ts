import { type Actor, requireRole } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { inTransaction, type Queryable, query } from '@/lib/db';
import { newId } from '@/lib/ids';
import { type ReconcileRule, reconcileRules } from '@/lib/ledger/reconcile-rules';
import { log } from '@/lib/log';

export type ReconcileFinding = { rule: ReconcileRule; subject: string; expected: string; found: string };

export type ReconcileReport = {
  id: string;
  startedAt: Date;
  finishedAt: Date;
  clean: boolean;
  accounts: bigint;
  entries: bigint;
  findings: ReconcileFinding[];
};

/** Enough to see what happened; one broken rule can have as many findings as there are entries. */
const maxFindingsPerRule = 50;

/**
 * Checks the whole ledger against its rules as of one moment, beside running writers, and keeps the result.
 * Changes nothing else: what it finds is for people.
 */
export async function reconcile(): Promise<ReconcileReport> {
  const startedAt = now();
  const { counts, findings } = await inTransaction(async (tx) => {
    // All rules see one snapshot, or a transfer committed between two of them would look like a finding.
    await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const totals = await tx.one<{ accounts: bigint; entries: bigint }>(
      `SELECT (SELECT count(*) FROM ledger_accounts) AS accounts, (SELECT count(*) FROM ledger_entries) AS entries`,
    );
    return { counts: totals, findings: await checkLedger(tx) };
  });
  const clean = findings.length === 0;
  const report: ReconcileReport = {
    id: newId('rec'),
    startedAt,
    finishedAt: now(),
    clean,
    ...counts,
    findings,
  };
  if (!clean) log.error({ findings }, 'the ledger does not reconcile');
  await query(
    `INSERT INTO reconcile_runs (id, started_at, finished_at, clean, accounts, entries, findings)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      report.id,
      startedAt,
      report.finishedAt,
      clean,
      report.accounts,
      report.entries,
      JSON.stringify(findings),
    ],
  );
  return report;
}

/** What breaks the ledger's rules, as the transaction sees it. */
export async function checkLedger(db: Queryable): Promise<ReconcileFinding[]> {
  const found: ReconcileFinding[] = [];
  for (const rule of Object.keys(reconcileRules) as ReconcileRule[]) {
    const rows = await db.query<Omit<ReconcileFinding, 'rule'>>(
      `${reconcileRules[rule]} LIMIT ${maxFindingsPerRule}`,
    );
    found.push(...rows.map((row) => ({ rule, ...row })));
  }
  return found;
}

/** The result of the last check, or null if there was none. Throws `forbidden`. */
export async function lastReconcile(actor: Actor): Promise<ReconcileReport | null> {
  requireRole(actor, 'accountant', 'admin');
  const [row] = await query<ReconcileReport>(
    `SELECT id, started_at AS "startedAt", finished_at AS "finishedAt", clean, accounts, entries, findings
     FROM reconcile_runs ORDER BY started_at DESC LIMIT 1`,
  );
  return row ?? null;
}
