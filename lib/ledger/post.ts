import { now } from '@/lib/clock';
import type { Queryable } from '@/lib/db';
import { fail } from '@/lib/errors';
import { createAccounts } from '@/lib/ledger/accounts';
import { type PostOutcome, postQuery } from '@/lib/ledger/post-statement';
import { type PreparedTransfer, prepareTransfer, type TransferInput } from '@/lib/ledger/posting';
import { newTransferId } from '@/lib/ledger/transfer-id';

export type Posted = { transferId: string; replayed: boolean };

/** One for the accounts that were missing, the others for a key whose transaction ended just then. */
const maxAttempts = 4;

/**
 * The only writer of the ledger: one round trip, in the caller's transaction or by itself on the pool. Accounts that
 * are not there yet are made on the way. Call it as late as possible in a transaction: the accounts stay locked
 * until its end. A hold's id must follow from the key, or a replay would be another input.
 *
 * Throws `ledger_unbalanced`, `ledger_overdraft` (params: kind, owner, asset), `ledger_hold_gone`,
 * `ledger_already_reversed`, `idempotency_mismatch`. None of them breaks the caller's transaction.
 */
export async function post(db: Queryable, input: TransferInput): Promise<Posted> {
  const transfer = prepareTransfer(input);
  for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
    const transferId = newTransferId();
    const { name, text, values } = postQuery(transfer, transferId, now());
    const [outcome] = await db.query<PostOutcome>(text, values, name);
    if (!outcome) throw new Error('the posting statement answered nothing');
    if (outcome.written) return { transferId, replayed: false };
    const earlier = await findEarlier(db, transfer);
    if (earlier) return earlier;
    if (!outcome.complete) await createAccounts(db, [...transfer.accounts.values()]);
    else await refuse(db, outcome, transfer);
  }
  throw new Error(`the transfer ${input.key} could not be written in ${maxAttempts} attempts`);
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

/** Says why nothing was written. Returns where there is no reason left, so that it is worth another attempt. */
async function refuse(
  db: Queryable,
  outcome: PostOutcome,
  { input, accounts }: PreparedTransfer,
): Promise<void> {
  if (input.reversesId !== undefined) {
    const [other] = await db.query('SELECT id FROM ledger_transfers WHERE reverses_id = $1', [
      input.reversesId,
    ]);
    if (other) fail('ledger_already_reversed');
  }
  if (!outcome.balanced) fail('ledger_unbalanced');
  // Before the overdraft: a hold that was taken by someone else often is its reason.
  if (!outcome.holds_there) fail('ledger_hold_gone');
  if (outcome.overdrawn !== null) fail('ledger_overdraft', { params: accounts.get(outcome.overdrawn) });
}
