/** How many of what a transfer has. Transfers of one shape share one statement. */
export type PostShape = {
  /** Distinct accounts. */
  accounts: number;
  assets: number;
  /** Postings, or 0 where no account is posted to twice: an account's entry is its change then. */
  lines: number;
  places: number;
  settles: number;
};

/** The name a shape's statement is prepared under. */
export function postName({ accounts, assets, lines, places, settles }: PostShape): string {
  return `ledger_post_${accounts}_${assets}_${lines}_${places}_${settles}`;
}

const texts = new Map<string, string>();

/**
 * One posting as one statement: lock, check, write. Under READ COMMITTED it leans on these facts:
 * - `locked` waits for whoever changes the same balances and then reads their newest version, not the snapshot's;
 *   it locks in the order of ids (a nested loop keeps the order of its outer side, and LATERAL makes it one), so two
 *   of these statements cannot deadlock;
 * - hold rows are locked after their accounts, for the same freshness: whoever settles a hold has its account locked;
 * - everything written hangs on `written`, the row of the transfer. If its key is taken by a transaction that is still
 *   open, the insert waits for its end, and does nothing if that commits;
 * - `moved` inserts what is there already: the conflict leads to the newest version of the row, which is ours by its
 *   lock, without a second look through the snapshot as an UPDATE would need.
 *
 * It is written for little work per call: rows come as VALUES, not as an array a column, and what can be added up
 * before is added up before.
 *
 * A refusal may still be a replay that was committed after the snapshot was taken: the caller looks by key.
 */
export function postText(shape: PostShape): string {
  const name = postName(shape);
  const text = texts.get(name) ?? compose(shape);
  texts.set(name, text);
  return text;
}

/** $1 to $9: the transfer's own columns, $9 its time. Then the rows, one after the other. */
function compose({ accounts, assets, lines, places, settles }: PostShape): string {
  let last = 9;
  const rows = (count: number, ...columns: string[]) =>
    Array.from({ length: count }, (_, index) => {
      const row = columns.map((type) => {
        last += 1;
        return `$${last}::${type}`;
      });
      return `(${[index, ...row].join(', ')})`;
    }).join(', ');
  const severalAssets = assets > 1;
  const holds = places + settles > 0;
  const changes = rows(
    accounts,
    ...['text', 'int', 'bigint', ...(severalAssets ? ['int'] : []), ...(holds ? ['bigint'] : [])],
  );
  const columns = `n, account_id, stripe, amount_units${severalAssets ? ', asset' : ''}${holds ? ', held_units' : ''}`;
  const postings = rows(lines, 'text', 'bigint', 'bigint');
  const placed = rows(places, 'text', 'text', 'bigint');
  const settled = rows(settles, 'text', 'text', 'bigint', 'text');
  return `
WITH locked AS MATERIALIZED (
  SELECT b.account_id, b.stripe, b.sign, c.amount_units,${severalAssets ? ' c.asset,' : ''}
    b.balance_units + c.amount_units AS balance_units, b.held_units${holds ? ' + c.held_units' : ''} AS held_units
  FROM (
    SELECT * FROM (VALUES ${changes}) AS change (${columns}) ORDER BY account_id OFFSET 0
  ) AS c
  CROSS JOIN LATERAL (
    SELECT account_id, stripe, sign, balance_units, held_units FROM ledger_balances
    WHERE account_id = c.account_id AND stripe = c.stripe FOR UPDATE
  ) AS b
)${settles > 0 ? settling(settled) : ''}, verdict AS MATERIALIZED (
  SELECT count(*) = ${accounts} AS complete, ${balanced(assets)} AS balanced,
    min(account_id) FILTER (WHERE sign <> 0 AND sign * balance_units - held_units < 0) AS overdrawn,
    ${settles > 0 ? `(SELECT count(*) FROM settling) = ${settles}` : 'true'} AS holds_there
  FROM locked
), written AS (
  INSERT INTO ledger_transfers
    (id, kind, idempotency_key, input_hash, subject, reverses_id, actor, note, created_at)
  SELECT $1::text, $2::text, $3::text, $4::text, $5::text, $6::text, $7::text, $8::text, $9::timestamptz
  FROM verdict WHERE complete AND balanced AND overdrawn IS NULL AND holds_there
  ON CONFLICT DO NOTHING
  RETURNING id
), moved AS (
  INSERT INTO ledger_balances AS b (account_id, stripe, sign, balance_units, held_units)
  SELECT account_id, stripe, sign, balance_units, held_units FROM locked ${ifWritten}
  ON CONFLICT (account_id, stripe)
  DO UPDATE SET balance_units = excluded.balance_units, held_units = excluded.held_units
), entered AS (
  INSERT INTO ledger_entries (transfer_id, account_id, stripe, amount_units, balance_after_units, created_at)
  ${lines > 0 ? eachPosting(postings) : eachChange}
)${places > 0 ? placing(placed) : ''}${settles > 0 ? settleThem : ''}
SELECT EXISTS (SELECT FROM written) AS written, complete, balanced, overdrawn, holds_there FROM verdict`;
}

const ifWritten = 'WHERE EXISTS (SELECT FROM written)';

const eachChange = `SELECT $1::text, account_id, stripe, amount_units, balance_units, $9::timestamptz
  FROM locked ${ifWritten} AND amount_units <> 0`;

/** In their order: the running balance is read by it. */
const eachPosting = (postings: string) => `SELECT $1::text, p.account_id, l.stripe, p.amount_units,
    l.balance_units - l.amount_units + p.sum_units, $9::timestamptz
  FROM (VALUES ${postings}) AS p (n, account_id, amount_units, sum_units)
  JOIN locked l ON l.account_id = p.account_id ${ifWritten} ORDER BY p.n`;

/** The sum of each asset is zero, of what is written here. */
function balanced(assets: number): string {
  if (assets === 1) return 'coalesce(sum(amount_units), 0) = 0';
  const sums = Array.from(
    { length: assets },
    (_, asset) => `coalesce(sum(amount_units) FILTER (WHERE asset = ${asset}), 0) = 0`,
  );
  return `(${sums.join(' AND ')})`;
}

const placing = (rows: string) => `, placed AS (
  INSERT INTO ledger_holds (id, account_id, amount_units, state, subject, placed_by, created_at)
  SELECT p.id, p.account_id, p.amount_units, 'held', $5::text, $1::text, $9::timestamptz
  FROM (VALUES ${rows}) AS p (n, id, account_id, amount_units) ${ifWritten}
)`;

const settling = (rows: string) => `, settling AS MATERIALIZED (
  SELECT h.id, s.state
  FROM (VALUES ${rows}) AS s (n, id, account_id, amount_units, state) JOIN ledger_holds h ON h.id = s.id
  WHERE (SELECT count(*) FROM locked) > 0
    AND h.state = 'held' AND h.account_id = s.account_id AND h.amount_units = s.amount_units
  ORDER BY h.id FOR UPDATE OF h
)`;

const settleThem = `, settled AS (
  UPDATE ledger_holds h
  SET state = s.state::"HoldState", settled_by = $1::text, settled_at = $9::timestamptz
  FROM settling s WHERE h.id = s.id AND EXISTS (SELECT FROM written)
)`;
