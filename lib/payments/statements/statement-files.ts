import { audit } from '@/lib/audit';
import { type Actor, requireRole } from '@/lib/auth/actor';
import { inTransaction, query, type Tx } from '@/lib/db';
import { fail } from '@/lib/errors';
import { deskRoles, operatorMover } from '@/lib/exchange/mover';
import { lockMethod, matchOpenLines } from '@/lib/payments/statements/match-open-lines';

/** A file that was read: how many lines it brought, and how many of these are decided. */
export type StatementFile = {
  id: string;
  fileName: string;
  uploadedBy: string;
  createdAt: Date;
  lines: number;
  decided: number;
};

const shownFiles = 10;

/** The files read last for a method, newest first. Desk. */
export async function recentFiles(actor: Actor, methodId: string): Promise<StatementFile[]> {
  requireRole(actor, ...deskRoles);
  return query<StatementFile>(
    `SELECT s.id, s.file_name AS "fileName", s.uploaded_by AS "uploadedBy", s.created_at AS "createdAt",
       l.lines, l.decided
     FROM bank_statements s CROSS JOIN LATERAL (
       SELECT count(*)::int AS lines, (count(*) FILTER (WHERE state IN ('confirmed', 'ignored')))::int AS decided
       FROM bank_statement_lines WHERE statement_id = s.id
     ) l
     WHERE s.method_id = $1 ORDER BY s.created_at DESC, s.id DESC LIMIT ${shownFiles}`,
    [methodId],
  );
}

/**
 * Takes a file out that was read with wrong columns or for another method, so that it can be read anew. What another file
 * tells too stays, as that one's. Only while none of its lines is decided: those tell where money came from. Operators.
 * Throws `not_found`, `statement_decided`.
 */
export async function takeOutStatement({
  actor,
  statementId,
}: {
  actor: Actor;
  statementId: string;
}): Promise<void> {
  operatorMover(actor);
  await inTransaction(async (tx) => {
    const statement = await lockStatement(tx, statementId);
    // Locked, so that who decides on a line now is waited for.
    const lines = await tx.query<{ state: string }>(
      'SELECT state::text FROM bank_statement_lines WHERE statement_id = $1 ORDER BY id FOR UPDATE',
      [statementId],
    );
    if (lines.some(({ state }) => state === 'confirmed' || state === 'ignored')) fail('statement_decided');
    const kept = await handOver(tx, statementId);
    await tx.query('DELETE FROM bank_statement_lines WHERE statement_id = $1', [statementId]);
    await tx.query('DELETE FROM bank_statements WHERE id = $1', [statementId]);
    await matchOpenLines(tx, statement.methodId);
    const before = { ...statement, lines: lines.length, kept };
    await audit(tx, { actor, action: 'statement.take_out', subject: statementId, before });
  });
}

type Locked = { methodId: string; sha256: string; fileName: string };

/** The method first, as whoever reads a file does it. */
async function lockStatement(tx: Tx, statementId: string): Promise<Locked> {
  const known = await tx.maybeOne<{ methodId: string }>(
    'SELECT method_id AS "methodId" FROM bank_statements WHERE id = $1',
    [statementId],
  );
  if (!known) return fail('not_found');
  await lockMethod(tx, known.methodId);
  const statement = await tx.maybeOne<Locked>(
    `SELECT method_id AS "methodId", sha256, file_name AS "fileName" FROM bank_statements WHERE id = $1 FOR UPDATE`,
    [statementId],
  );
  return statement ?? fail('not_found');
}

/** Gives each line that other files tell too to the oldest of them. Returns how many. */
async function handOver(tx: Tx, statementId: string): Promise<number> {
  const kept = await tx.query(
    `WITH heirs AS (
       SELECT DISTINCT ON (r.line_id) r.line_id, r.statement_id
       FROM bank_statement_repeats r JOIN bank_statement_lines l ON l.id = r.line_id
         JOIN bank_statements s ON s.id = r.statement_id
       WHERE l.statement_id = $1 ORDER BY r.line_id, s.created_at, s.id
     ), taken AS (
       DELETE FROM bank_statement_repeats r USING heirs h
       WHERE r.line_id = h.line_id AND r.statement_id = h.statement_id
     )
     UPDATE bank_statement_lines l SET statement_id = h.statement_id FROM heirs h WHERE l.id = h.line_id RETURNING l.id`,
    [statementId],
  );
  return kept.length;
}
