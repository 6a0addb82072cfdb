import { now } from '@/lib/clock';
import type { Tx } from '@/lib/db';
import { type LineToMatch, matchLines, type WaitingPayment } from '@/lib/payments/statements/match-lines';
import { officeSettings } from '@/lib/settings';

/** Payments that were given up, crossed out, or confirmed without a statement, are looked at so long: their line may still come. */
const pastDays = 30;

/**
 * Matches every line of the method that nobody has decided on with the payments that wait now. Runs in the caller's
 * transaction, one at a time for a method. Lines are not locked meanwhile: what somebody decides on while this one
 * still compares stays decided.
 */
export async function matchOpenLines(tx: Tx, methodId: string): Promise<void> {
  await lockMethod(tx, methodId);
  const { timeZone } = await officeSettings(tx);
  const lines = await tx.query<LineToMatch & { state: string; paymentId: string | null }>(
    `SELECT id, amount_units AS "amountUnits", booked_at AS "bookedAt", reference, payer, purpose, state::text,
       payment_id AS "paymentId", (booked_at AT TIME ZONE $2)::time = '00:00' AS "wholeDay"
     FROM bank_statement_lines WHERE method_id = $1 AND state IN ('unmatched', 'sure', 'doubtful') ORDER BY id`,
    [methodId, timeZone],
  );
  const matches = matchLines(lines, await waitingPayments(tx, methodId));
  const changes = lines.map(({ id }) => {
    const match = matches.get(id);
    return [
      id,
      match?.state ?? 'unmatched',
      match?.paymentId ?? null,
      JSON.stringify(match?.candidates ?? []),
    ] as const;
  });
  await tx.query(
    `UPDATE bank_statement_lines l
     SET state = m.state::"StatementLineState", payment_id = m.payment_id, candidates = m.candidates::jsonb
     FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS m (id, state, payment_id, candidates)
     WHERE l.id = m.id AND l.state IN ('unmatched', 'sure', 'doubtful')
       AND (l.state::text, l.payment_id, l.candidates) IS DISTINCT FROM (m.state, m.payment_id, m.candidates::jsonb)`,
    [0, 1, 2, 3].map((column) => changes.map((change) => change[column] ?? null)),
  );
}

/** One at a time looks at the lines of a method, or changes which there are. Before any lock on lines. */
export async function lockMethod(tx: Tx, methodId: string): Promise<void> {
  await tx.query('SELECT id FROM payment_methods WHERE id = $1 FOR NO KEY UPDATE', [methodId]);
}

type WaitingRow = Omit<WaitingPayment, 'payers' | 'reference'> & {
  claim: { payer?: string; reference?: string } | null;
  requisites: Record<string, { value: string }> | null;
};

/** What has come of those that are booked already counts, and not what was asked for. */
async function waitingPayments(tx: Tx, methodId: string): Promise<WaitingPayment[]> {
  const rows = await tx.query<WaitingRow>(
    `SELECT p.id, p.number, p.subject_id AS "subjectId", coalesce(p.received_units, p.amount_units) AS "amountUnits",
       p.created_at AS "createdAt", p.expires_at AS "expiresAt", p.status IN ('canceled', 'refused') AS "givenUp",
       p.status = 'paid' AS booked, p.claim, coalesce(o.give_requisites, t.requisites) AS requisites
     FROM payments p LEFT JOIN orders o ON p.subject_kind = 'order' AND o.id = p.subject_id
       LEFT JOIN top_ups t ON p.subject_kind = 'topup' AND t.id = p.subject_id
     WHERE p.method_id = $1 AND p.connection_id IS NULL
       AND (p.status IN ('created', 'started', 'claimed') OR (p.created_at > $2
         AND (p.status IN ('canceled', 'refused') OR (p.status = 'paid' AND NOT ${hasLine}))))`,
    [methodId, new Date(now().getTime() - pastDays * 86_400_000)],
  );
  return rows.map(({ claim, requisites, ...payment }) => ({
    ...payment,
    payers: [claim?.payer ?? '', ...Object.values(requisites ?? {}).map(({ value }) => value)].filter(
      Boolean,
    ),
    reference: claim?.reference ?? '',
  }));
}

const hasLine = `EXISTS (SELECT FROM bank_statement_lines l
  WHERE l.method_id = p.method_id AND l.state = 'confirmed' AND l.payment_id = p.id)`;
