import { audit } from '@/lib/audit';
import { type Actor, requireRole } from '@/lib/auth/actor';
import { inTransaction, query } from '@/lib/db';
import { fail } from '@/lib/errors';
import { deskRoles, operatorMover } from '@/lib/exchange/mover';
import { matchOpenLines } from '@/lib/payments/statements/match-open-lines';

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
 * Takes a file out that was read with wrong columns or for another method, so that it can be read anew. Only while none
 * of its lines is decided: those tell where money came from. Operators. Throws `not_found`, `statement_decided`.
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
    const statement = await tx.maybeOne<{ methodId: string; sha256: string; fileName: string }>(
      `SELECT method_id AS "methodId", sha256, file_name AS "fileName" FROM bank_statements WHERE id = $1 FOR UPDATE`,
      [statementId],
    );
    if (!statement) return fail('not_found');
    // Locked, so that who decides on a line now is waited for.
    const lines = await tx.query<{ state: string }>(
      'SELECT state::text FROM bank_statement_lines WHERE statement_id = $1 ORDER BY id FOR UPDATE',
      [statementId],
    );
    if (lines.some(({ state }) => state === 'confirmed' || state === 'ignored')) fail('statement_decided');
    await tx.query('DELETE FROM bank_statement_lines WHERE statement_id = $1', [statementId]);
    await tx.query('DELETE FROM bank_statements WHERE id = $1', [statementId]);
    await matchOpenLines(tx, statement.methodId);
    const before = { ...statement, lines: lines.length };
    await audit(tx, { actor, action: 'statement.take_out', subject: statementId, before });
  });
}
