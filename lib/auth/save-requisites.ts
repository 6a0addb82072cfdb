import { z } from 'zod';
import { now } from '@/lib/clock';
import { inTransaction, query, type Tx } from '@/lib/db';
import { type FieldProblems, fail } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { parseInput } from '@/lib/parse-input';
import { checkRequisites, type RequisiteField } from '@/lib/requisites/field';
import { optionalShortText } from '@/lib/text';
import { type Actor, requireUser } from './actor';

const maxSaved = 50;

const saveInput = z.object({
  methodCode: z.string({ error: 'required' }).max(32, { error: 'choice' }),
  label: optionalShortText(60),
  values: z.record(z.string(), z.string()),
});

type SaveRequisites = { methodCode: string; label: string; values: Record<string, string>; actor: Actor };

/**
 * Keeps requisites for the next order: each value checked as an order checks it, at least one of them there. The same values of a method again only get
 * the new label. Throws `not_found` for a method that is not open, `in_use` when there are too many already.
 */
export async function saveRequisites(given: SaveRequisites): Promise<{ id: string }> {
  const { userId } = requireUser(given.actor);
  const { methodCode, label, values } = parseInput(saveInput, given);
  const method = await openMethod(methodCode);
  const fields = askedOnce(method.fields);
  // One side of an order may ask for less than the other: what is there must be right, no more.
  const checked = checkRequisites(
    fields.map((field) => ({ ...field, required: false })),
    values,
  );
  if (!checked.ok) fail('invalid_input', { fields: namedInForm(checked.fields) });
  if (Object.keys(checked.values).length === 0) {
    fail('invalid_input', { fields: namedInForm({ [fields[0]?.key ?? 'form']: { key: 'required' } }) });
  }
  const normal = Object.fromEntries(Object.entries(checked.values).map(([key, { value }]) => [key, value]));
  const display = Object.values(checked.values)[0]?.display ?? '';
  return inTransaction((tx) => keep(tx, { userId, methodId: method.id, label: label || display, normal }));
}

/** Removes one's own saved requisites. Throws `not_found`. */
export async function deleteRequisites({ id, actor }: { id: string; actor: Actor }): Promise<void> {
  const { userId } = requireUser(actor);
  const gone = await query('DELETE FROM saved_requisites WHERE id = $1 AND user_id = $2 RETURNING id', [
    id,
    userId,
  ]);
  if (gone.length === 0) fail('not_found');
}

/** Fields of both sides as one form: an account is the same whether money goes from it or to it. */
export function askedOnce(fields: RequisiteField[]): RequisiteField[] {
  const first = new Map<string, RequisiteField>();
  for (const side of ['get', 'give'] as const) {
    for (const field of fields) {
      if (field.side === side && !first.has(field.key)) first.set(field.key, field);
    }
  }
  return [...first.values()];
}

/** In the form the fields stand beside a label of its own, so their keys carry a prefix. */
function namedInForm(problems: FieldProblems): FieldProblems {
  return Object.fromEntries(Object.entries(problems).map(([key, problem]) => [`values.${key}`, problem]));
}

async function openMethod(code: string): Promise<{ id: string; fields: RequisiteField[] }> {
  const [method] = await query<{ id: string; fields: RequisiteField[] }>(
    'SELECT id, fields FROM payment_methods WHERE code = $1 AND enabled',
    [code],
  );
  return method ?? fail('not_found');
}

type Kept = { userId: string; methodId: string; label: string; normal: Record<string, string> };

async function keep(tx: Tx, { userId, methodId, label, normal }: Kept): Promise<{ id: string }> {
  // Orders the saves of one person, so that the limit and the comparison hold.
  await tx.query('SELECT id FROM users WHERE id = $1 FOR NO KEY UPDATE', [userId]);
  const values = JSON.stringify(normal);
  const same = await tx.maybeOne<{ id: string }>(
    `UPDATE saved_requisites SET label = $4
      WHERE id = (SELECT id FROM saved_requisites
                   WHERE user_id = $1 AND method_id = $2 AND values = $3::jsonb LIMIT 1)
      RETURNING id`,
    [userId, methodId, values, label],
  );
  if (same) return same;
  const { count } = await tx.one<{ count: bigint }>(
    'SELECT count(*) AS count FROM saved_requisites WHERE user_id = $1',
    [userId],
  );
  if (count >= maxSaved)
    fail('invalid_input', { fields: { label: { key: 'tooMany', params: { max: String(maxSaved) } } } });
  return tx.one<{ id: string }>(
    `INSERT INTO saved_requisites (id, user_id, method_id, label, values, created_at)
     VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`,
    [newId('sav'), userId, methodId, label, values, now()],
  );
}
