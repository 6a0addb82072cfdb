import type { Queryable } from '@/lib/db';
import { fail } from '@/lib/errors';
import type { AccountKind } from '@/lib/ledger/accounts';
import { type Posted, post } from '@/lib/ledger/post';
import type { HoldStep, Posting } from '@/lib/ledger/posting';

type Original = {
  subject: string | null;
  earlier_id: string | null;
  earlier_reverses: string | null;
  postings: LineRow[] | null;
  holds: (LineRow & { id: string })[] | null;
};

type LineRow = { kind: AccountKind; owner: string; asset: string; units: string };

/**
 * Takes a transfer back by its opposite; the entries of both stay. A hold it placed is released if it is still open;
 * a hold it took stays taken: the money is free again. The subject is kept.
 * Throws `not_found`, `ledger_already_reversed`, `ledger_hold_gone` (it placed holds only, and all of them are settled)
 * and what `post` throws.
 */
export async function reverse(
  db: Queryable,
  { transferId, key, actor, note }: { transferId: string; key: string; actor: string; note: string },
): Promise<Posted> {
  // One snapshot for the holds and the look by key: a replay finds its holds released already.
  const [original] = await db.query<Original>(originalSql, [transferId, key]);
  if (!original) fail('not_found');
  if (original.earlier_id !== null) {
    if (original.earlier_reverses !== transferId) fail('idempotency_mismatch');
    return { transferId: original.earlier_id, replayed: true };
  }
  const postings = (original.postings ?? []).map(
    (row): Posting => ({ account: accountOf(row), amountUnits: -BigInt(row.units) }),
  );
  const holds = (original.holds ?? []).map(
    (row): HoldStep => ({
      step: 'release',
      holdId: row.id,
      account: accountOf(row),
      amountUnits: BigInt(row.units),
    }),
  );
  if (postings.length === 0 && holds.length === 0) fail('ledger_hold_gone');
  const subject = original.subject ?? undefined;
  return post(db, { key, kind: 'reversal', subject, actor, note, reversesId: transferId, postings, holds });
}

function accountOf({ kind, owner, asset }: LineRow) {
  return { kind, owner, asset };
}

// Holds are found by the subject's index; those without one are few. Units travel as text: a JSON number would lose digits.
const originalSql = `
SELECT t.subject, earlier.id AS earlier_id, earlier.reverses_id AS earlier_reverses,
  (SELECT json_agg(json_build_object('kind', a.kind, 'owner', a.owner, 'asset', a.asset_code,
      'units', e.amount_units::text) ORDER BY e.id)
   FROM ledger_entries e JOIN ledger_accounts a ON a.id = e.account_id WHERE e.transfer_id = t.id) AS postings,
  (SELECT json_agg(json_build_object('id', h.id, 'kind', a.kind, 'owner', a.owner, 'asset', a.asset_code,
      'units', h.amount_units::text) ORDER BY h.id)
   FROM ledger_holds h JOIN ledger_accounts a ON a.id = h.account_id
   WHERE (h.subject = t.subject OR h.subject IS NULL) AND h.placed_by = t.id AND h.state = 'held') AS holds
FROM ledger_transfers t LEFT JOIN ledger_transfers earlier ON earlier.idempotency_key = $2
WHERE t.id = $1`;
