import type { PreparedTransfer } from '@/lib/ledger/posting';

/** What the statement found. `transfer_id` is null where nothing was written. */
export type PostOutcome = {
  transfer_id: string | null;
  complete: boolean;
  balanced: boolean;
  overdrawn: string | null;
  holds_there: boolean;
};

/**
 * One posting as one statement: lock, check, write. Under READ COMMITTED it leans on these facts:
 * - `locked` waits for whoever changes the same balances and then reads their newest version, not the snapshot's;
 *   it locks in the order of ids, so two of these statements cannot deadlock;
 * - hold rows are locked after their accounts, for the same freshness: whoever settles a hold has its account locked;
 * - everything written hangs on `written`, the row of the transfer. If its key is taken by a transaction that is still
 *   open, the insert waits for its end, and does nothing if that commits;
 * - the update finds its rows by the snapshot, but follows them to their newest version, which is ours already.
 * For the planner: a limit that is no constant lets it expect one row, so that the plan of the prepared statement
 * reads by index whatever the tables' sizes, and is cheap enough to be kept instead of planned at each call; OFFSET 0
 * keeps a small table of accounts from being read whole.
 *
 * A refusal may still be a replay that was committed after the snapshot was taken: the caller looks by key.
 */
function postStatement({ places, settles }: { places: boolean; settles: boolean }): string {
  return `
WITH line AS MATERIALIZED (
  SELECT * FROM unnest($10::text[], $11::bigint[], $12::bigint[]) WITH ORDINALITY
    AS l(account_id, amount_units, held_units, number)
  LIMIT cardinality($10::text[])
), change AS MATERIALIZED (
  SELECT account_id, sum(amount_units)::bigint AS amount_units, sum(held_units)::bigint AS held_units
  FROM line GROUP BY account_id
), locked AS MATERIALIZED (
  SELECT a.asset_code, b.account_id, b.stripe, b.sign, b.balance_units, b.held_units,
    c.amount_units AS more_units, c.held_units AS more_held_units
  FROM change c
  CROSS JOIN LATERAL (SELECT asset_code, stripes FROM ledger_accounts WHERE id = c.account_id OFFSET 0) a
  JOIN ledger_balances b ON b.account_id = c.account_id AND b.stripe = $13::int % a.stripes
  ORDER BY b.account_id FOR UPDATE OF b
)${settles ? settling : ''}, verdict AS MATERIALIZED (
  SELECT
    (SELECT count(*) FROM change) = count(*) AS complete,
    NOT EXISTS (SELECT 1 FROM locked GROUP BY asset_code HAVING sum(more_units) <> 0) AS balanced,
    min(account_id) FILTER (
      WHERE sign <> 0 AND sign * (balance_units + more_units) - held_units - more_held_units < 0
    ) AS overdrawn,
    ${settles ? settlesFound : 'true'} AS holds_there
  FROM locked
), written AS (
  INSERT INTO ledger_transfers
    (id, kind, idempotency_key, input_hash, subject, reverses_id, actor, note, created_at)
  SELECT $1::text, $2::text, $3::text, $4::text, $5::text, $6::text, $7::text, $8::text, $9::timestamptz
  FROM verdict WHERE complete AND balanced AND overdrawn IS NULL AND holds_there
  ON CONFLICT DO NOTHING
  RETURNING id
), moved AS (
  UPDATE ledger_balances b
  SET balance_units = l.balance_units + l.more_units, held_units = l.held_units + l.more_held_units
  FROM locked l, written
  WHERE b.account_id = l.account_id AND b.stripe = l.stripe
), entered AS (
  INSERT INTO ledger_entries (transfer_id, account_id, stripe, amount_units, balance_after_units, created_at)
  SELECT written.id, n.account_id, l.stripe, n.amount_units,
    l.balance_units + sum(n.amount_units) OVER (PARTITION BY n.account_id ORDER BY n.number), $9::timestamptz
  FROM written, line n JOIN locked l ON l.account_id = n.account_id
  WHERE n.amount_units <> 0
  ORDER BY n.number
)${places ? placing : ''}${settles ? settled : ''}
SELECT (SELECT id FROM written) AS transfer_id, complete, balanced, overdrawn, holds_there FROM verdict`;
}

const placing = `, placed AS (
  INSERT INTO ledger_holds (id, account_id, amount_units, state, subject, placed_by, created_at)
  SELECT s.id, s.account_id, s.amount_units, 'held', $5::text, written.id, $9::timestamptz
  FROM written, unnest($14::text[], $15::text[], $16::bigint[], $17::text[])
    AS s(id, account_id, amount_units, step)
  WHERE s.step = 'place'
)`;

const settling = `, settling AS MATERIALIZED (
  SELECT h.id, CASE s.step WHEN 'take' THEN 'taken' ELSE 'released' END AS state
  FROM (
    SELECT * FROM unnest($14::text[], $15::text[], $16::bigint[], $17::text[])
      AS given(id, account_id, amount_units, step)
    LIMIT cardinality($14::text[])
  ) s
  JOIN ledger_holds h ON h.id = s.id
  WHERE s.step <> 'place' AND (SELECT count(*) FROM locked) > 0
    AND h.state = 'held' AND h.account_id = s.account_id AND h.amount_units = s.amount_units
  ORDER BY h.id FOR UPDATE OF h
)`;

const settlesFound = `(SELECT count(*) FROM settling) =
      (SELECT count(*) FROM unnest($17::text[]) AS step WHERE step <> 'place')`;

const settled = `, settled AS (
  UPDATE ledger_holds h
  SET state = s.state::"HoldState", settled_by = written.id, settled_at = $9::timestamptz
  FROM settling s, written
  WHERE h.id = s.id
)`;

const variants = {
  ledger_post: postStatement({ places: false, settles: false }),
  ledger_post_place: postStatement({ places: true, settles: false }),
  ledger_post_settle: postStatement({ places: false, settles: true }),
  ledger_post_holds: postStatement({ places: true, settles: true }),
};

/** The statement that fits a transfer, the name it is prepared under, and its values. */
export function postQuery(transfer: PreparedTransfer, transferId: string, at: Date) {
  const { input, lines, holds } = transfer;
  const places = holds.some(({ hold }) => hold.step === 'place');
  const settles = holds.some(({ hold }) => hold.step !== 'place');
  const name: keyof typeof variants = places
    ? settles
      ? 'ledger_post_holds'
      : 'ledger_post_place'
    : settles
      ? 'ledger_post_settle'
      : 'ledger_post';
  const values: unknown[] = [
    transferId,
    input.kind,
    input.key,
    transfer.inputHash,
    input.subject ?? null,
    input.reversesId ?? null,
    input.actor,
    input.note ?? '',
    at,
    lines.map((line) => line.accountId),
    lines.map((line) => line.amountUnits),
    lines.map((line) => line.heldUnits),
    transfer.stripeSeed,
  ];
  if (holds.length > 0) {
    values.push(
      holds.map(({ hold }) => hold.holdId),
      holds.map((line) => line.accountId),
      holds.map(({ hold }) => hold.amountUnits),
      holds.map(({ hold }) => hold.step),
    );
  }
  return { name, text: variants[name], values };
}
