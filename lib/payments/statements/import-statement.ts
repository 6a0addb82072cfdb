import { createHash } from 'node:crypto';
import { audit } from '@/lib/audit';
import type { Actor } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { inTransaction, query, type Tx } from '@/lib/db';
import { fail } from '@/lib/errors';
import { operatorMover } from '@/lib/exchange/mover';
import { sanitiseFileName } from '@/lib/files/file-name';
import { newId } from '@/lib/ids';
import { parseInput } from '@/lib/parse-input';
import { decodeStatement } from '@/lib/payments/statements/decode-statement';
import { type StatementMapping, statementMapping } from '@/lib/payments/statements/mapping';
import { lockMethod, matchOpenLines } from '@/lib/payments/statements/match-open-lines';
import { type ReadLines, type RowProblem, readLines } from '@/lib/payments/statements/read-lines';
import { officeSettings } from '@/lib/settings';

export type ImportedStatement = {
  statementId: string;
  /** This very file was dropped in before: nothing was added. */
  repeated: boolean;
  incoming: number;
  /** Lines that stand in no earlier file. */
  added: number;
  outgoing: number;
  problems: RowProblem[];
  problemCount: number;
};

const shownProblems = 20;

/**
 * Takes a bank's CSV for a direct method: its incoming money becomes lines, matched to the payments that wait; the
 * mapping is remembered for the next file. The same file, or the same lines in another file, add nothing. Operators.
 * Throws `invalid_input` (fields `file`, `columns.<meaning>`, `headerRow`, `dateOrder`), `not_found`.
 */
export async function importStatement({
  actor,
  methodId,
  file,
  mapping: given,
}: {
  actor: Actor;
  methodId: string;
  file: { bytes: Buffer; name: string };
  mapping: unknown;
}): Promise<ImportedStatement> {
  const mover = operatorMover(actor);
  const mapping = parseInput(statementMapping, given);
  const money = await moneyOfMethod(methodId);
  const { rows } = decodeStatement(file.bytes);
  const read = readLines(rows, mapping, money);
  if (read.lines.length === 0 && read.problems.length > 0)
    fail('invalid_input', { fields: { file: { key: 'fileNoLines' } } });
  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  const statementId = newId('stm');
  return inTransaction(async (tx) => {
    const added = await insert(tx, { statementId, methodId, name: file.name, sha256, read, by: mover.name });
    await remember(tx, { methodId, mapping, by: mover.name });
    await matchOpenLines(tx, methodId);
    const after = { methodId, sha256, incoming: read.lines.length, added: added ?? 0 };
    await audit(tx, { actor, action: 'statement.import', subject: statementId, after });
    return {
      statementId,
      repeated: added === null,
      incoming: read.lines.length,
      added: added ?? 0,
      outgoing: read.outgoing,
      problems: read.problems.slice(0, shownProblems),
      problemCount: read.problems.length,
    };
  });
}

/** Scale and asset of the method's money, and the zone whose days banks mean. Throws `not_found`. */
export async function moneyOfMethod(
  methodId: string,
): Promise<{ scale: number; asset: string; timeZone: string }> {
  const [method] = await query<{ asset: string; scale: number }>(
    `SELECT a.code AS asset, a.scale FROM payment_methods m JOIN assets a ON a.code = m.asset_code WHERE m.id = $1`,
    [methodId],
  );
  if (!method) return fail('not_found');
  return { ...method, timeZone: (await officeSettings()).timeZone };
}

type NewStatement = {
  statementId: string;
  methodId: string;
  name: string;
  sha256: string;
  read: ReadLines;
  by: string;
};

/** How many lines are new, or null where the very file is known. */
async function insert(tx: Tx, { statementId, methodId, name, sha256, read, by }: NewStatement) {
  const { lines } = read;
  // One file at a time for a method: what another one tells must not be taken out while this one looks at it.
  await lockMethod(tx, methodId);
  const [statement] = await tx.query(
    `INSERT INTO bank_statements (id, method_id, file_name, sha256, rows, uploaded_by, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (method_id, sha256) DO NOTHING RETURNING id`,
    [statementId, methodId, sanitiseFileName(name, 'csv'), sha256, lines.length, by, now()],
  );
  if (!statement) return null;
  const added = await tx.query(
    `INSERT INTO bank_statement_lines
       (id, statement_id, method_id, line_key, booked_at, amount_units, reference, payer, purpose, state)
     SELECT id, $1, $2, line_key, booked_at, amount_units, reference, payer, purpose, 'unmatched'
     FROM unnest($3::text[], $4::text[], $5::timestamptz[], $6::bigint[], $7::text[], $8::text[], $9::text[])
       AS l (id, line_key, booked_at, amount_units, reference, payer, purpose)
     ON CONFLICT (method_id, line_key) DO NOTHING RETURNING id`,
    [
      statementId,
      methodId,
      lines.map(() => newId('stl')),
      lines.map(({ lineKey }) => lineKey),
      lines.map(({ bookedAt }) => bookedAt),
      lines.map(({ amountUnits }) => amountUnits),
      lines.map(({ reference }) => reference),
      lines.map(({ payer }) => payer),
      lines.map(({ purpose }) => purpose),
    ],
  );
  await tx.query(
    `INSERT INTO bank_statement_repeats (statement_id, line_id)
     SELECT $1, id FROM bank_statement_lines
     WHERE method_id = $2 AND line_key = ANY($3::text[]) AND statement_id <> $1`,
    [statementId, methodId, lines.map(({ lineKey }) => lineKey)],
  );
  return added.length;
}

async function remember(
  tx: Tx,
  { methodId, mapping, by }: { methodId: string; mapping: StatementMapping; by: string },
): Promise<void> {
  await tx.query(
    `INSERT INTO statement_mappings (method_id, mapping, updated_at, updated_by) VALUES ($1, $2, $3, $4)
     ON CONFLICT (method_id) DO UPDATE SET mapping = $2, updated_at = $3, updated_by = $4`,
    [methodId, JSON.stringify(mapping), now(), by],
  );
}
