import pg from 'pg';
import { now } from '@/lib/clock';
import type { Queryable } from '@/lib/db';
import { fail } from '@/lib/errors';
import { createAccounts } from '@/lib/ledger/accounts';
import { type Moved, postQuery, putBackQuery, type Refusal, refusalQuery } from '@/lib/ledger/post-statement';
import { notWritten } from '@/lib/ledger/post-text';
import { type PreparedTransfer, prepareTransfer, type TransferInput } from '@/lib/ledger/posting';
import { newTransferId } from '@/lib/ledger/transfer-id';

export type Posted = { transferId: string; replayed: boolean };

/** One for the accounts that were missing, the others for what ended or changed just then. */
const maxAttempts = 6;

/**
 * The only writer of the ledger: one round trip for what is written, in the caller's transaction or by itself on the
 * pool. Accounts that are not there yet are made on the way. Call it as late as possible in a transaction: the accounts
 * stay locked until its end. A hold's id must follow from the key, or a replay would be another input.
 *
 * Throws `ledger_unbalanced`, `ledger_overdraft` (params: kind, owner, asset), `ledger_hold_gone`,
 * `ledger_already_reversed`, `idempotency_mismatch`. None of them breaks the caller's transaction.
 */
export async function post(db: Queryable, input: TransferInput): Promise<Posted> {
  const transfer = prepareTransfer(input);
  for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
    const transferId = newTransferId();
    if (await write(db, transfer, transferId)) return { transferId, replayed: false };
    const earlier = await findEarlier(db, transfer);
    if (earlier) return earlier;
    await makeItPossible(db, transfer);
  }
  throw new Error(`the transfer ${input.key} could not be written in ${maxAttempts} attempts`);
}

/** Whether the transfer was written. If not, nothing is changed. */
async function write(db: Queryable, transfer: PreparedTransfer, transferId: string): Promise<boolean> {
  const alone = !db.isTransaction;
  const { name, text, values } = postQuery(transfer, transferId, now(), alone);
  try {
    const moved = await db.query<Moved>(text, values, name);
    if (moved.length === 0) return false;
    if (alone || moved[0]?.written) return true;
    const back = putBackQuery(transfer, moved);
    await db.query(back.text, back.values);
    return false;
  } catch (error) {
    if (alone && error instanceof pg.DatabaseError && error.code === notWritten) return false;
    throw error;
  }
}

/** The transfer already written under the key, possibly after the refused statement took its snapshot. */
async function findEarlier(db: Queryable, { input, inputHash }: PreparedTransfer): Promise<Posted | null> {
  const [row] = await db.query<{ id: string; input_hash: string }>(
    'SELECT id, input_hash FROM ledger_transfers WHERE idempotency_key = $1',
    [input.key],
    'ledger_transfer_by_key',
  );
  if (!row) return null;
  if (row.input_hash !== inputHash) fail('idempotency_mismatch');
  return { transferId: row.id, replayed: true };
}

/**
 * Makes accounts that are missing, or throws why nothing was written. Returns where there is no reason left, so that it
 * is worth another attempt: on the pool others may have changed the accounts meanwhile.
 */
async function makeItPossible(db: Queryable, transfer: PreparedTransfer): Promise<void> {
  const { input, accounts } = transfer;
  if (input.reversesId !== undefined) {
    const [other] = await db.query('SELECT id FROM ledger_transfers WHERE reverses_id = $1', [
      input.reversesId,
    ]);
    if (other) fail('ledger_already_reversed');
  }
  const { text, values } = refusalQuery(transfer);
  const [refusal] = await db.query<Refusal>(text, values);
  if (!refusal) throw new Error('a refused posting has no reason');
  if (!refusal.complete) return createAccounts(db, [...accounts.values()]);
  if (!refusal.balanced) fail('ledger_unbalanced');
  // Before the overdraft: a hold that was taken by someone else often is its reason.
  if (!refusal.holds_there) fail('ledger_hold_gone');
  if (refusal.overdrawn !== null) fail('ledger_overdraft', { params: accounts.get(refusal.overdrawn) });
}
