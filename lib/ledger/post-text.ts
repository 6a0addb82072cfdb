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
 * One posting as one statement: lock, check, write. It answers with one empty row where the transfer was written, with
 * none where it was not. Under READ COMMITTED it leans on these facts:
 * - `locked` waits for whoever changes the same balances and then reads their newest version, not the snapshot's;
 *   it locks in the order its rows are given in, that of ids (a nested loop keeps the order of its outer side, and
 *   LATERAL makes it one), so two of these statements cannot deadlock;
 * - hold rows are locked after their accounts, for the same freshness: whoever settles a hold has its account locked;
 * - everything written hangs on `written`, the row of the transfer. If its key is taken by a transaction that is still
 *   open, the insert waits for its end, and does nothing if that commits;
 * - `moved` inserts what is there already: the conflict leads to the newest version of the row, which is ours by its
 *   lock, without a second look through the snapshot as an UPDATE would need.
 *
 * It is written for little work per call: rows come as VALUES, not as an array a column; what can be sorted and added
 * up before is; and why nothing was written is asked where nothing was, by `refusalText`.
 *
 * $1 to $9: the transfer's own columns, $9 its time. Then changes, holds settled, postings, holds placed.
 */
export function postText(shape: PostShape): string {
  const name = postName(shape);
  const text = texts.get(name) ?? compose(shape);
  texts.set(name, text);
  return text;
}

/**
 * Why the posting of that shape writes nothing, in one row: `complete`, `balanced`, `overdrawn`, `holds_there`. It takes
 * the same locks: in a transaction it finds what the posting found. $1 and on: changes, holds settled.
 */
export function refusalText(shape: PostShape): string {
  const rows = numberedFrom(1);
  const { accounts, settles } = shape;
  return `
WITH ${locked(shape, rows)}${settling(settles, rows)}
SELECT count(*) = ${accounts} AS complete, ${balanced(shape)} AS balanced,
  min(account_id) FILTER (WHERE NOT ${covered}) AS overdrawn, ${holdsThere(settles)} AS holds_there
FROM locked`;
}

function compose(shape: PostShape): string {
  const rows = numberedFrom(10);
  const { accounts, lines, places, settles } = shape;
  const head = `${locked(shape, rows)}${settling(settles, rows)}`;
  const entries = lines > 0 ? eachPosting(rows(lines, 'int', 'text', 'bigint', 'bigint')) : eachChange;
  const placed = places > 0 ? placing(rows(places, 'text', 'text', 'bigint')) : '';
  return `
WITH ${head}, written AS (
  INSERT INTO ledger_transfers
    (id, kind, idempotency_key, input_hash, subject, reverses_id, actor, note, created_at)
  SELECT $1::text, $2::text, $3::text, $4::text, $5::text, $6::text, $7::text, $8::text, $9::timestamptz
  FROM locked
  HAVING count(*) = ${accounts} AND ${balanced(shape)} AND bool_and${covered} AND ${holdsThere(settles)}
  ON CONFLICT DO NOTHING
  RETURNING id
), moved AS (
  INSERT INTO ledger_balances AS b (account_id, stripe, sign, balance_units, held_units)
  SELECT account_id, stripe, sign, balance_units, held_units FROM locked ${ifWritten}
  ON CONFLICT (account_id, stripe)
  DO UPDATE SET balance_units = excluded.balance_units, held_units = excluded.held_units
), entered AS (
  INSERT INTO ledger_entries (transfer_id, account_id, stripe, amount_units, balance_after_units, created_at)
  ${entries}
)${placed}${settles > 0 ? settled : ''}
SELECT FROM written`;
}

type Rows = (count: number, ...types: string[]) => string;

/** Writes rows of parameters, which are numbered in the order they are written in. */
function numberedFrom(first: number): Rows {
  let next = first;
  return (count, ...types) =>
    Array.from({ length: count }, () => {
      const row = types.map((type) => {
        next += 1;
        return `$${next - 1}::${type}`;
      });
      return `(${row.join(', ')})`;
    }).join(', ');
}

/** The balances to change, locked, as they will be. */
function locked({ accounts, assets, places, settles }: PostShape, rows: Rows): string {
  const severalAssets = assets > 1;
  const holds = places + settles > 0;
  const types = ['text', 'int', 'bigint', ...(severalAssets ? ['int'] : []), ...(holds ? ['bigint'] : [])];
  const columns = `account_id, stripe, amount_units${severalAssets ? ', asset' : ''}${holds ? ', held_units' : ''}`;
  return `locked AS MATERIALIZED (
  SELECT b.account_id, b.stripe, b.sign, c.amount_units,${severalAssets ? ' c.asset,' : ''}
    b.balance_units + c.amount_units AS balance_units, b.held_units${holds ? ' + c.held_units' : ''} AS held_units
  FROM (VALUES ${rows(accounts, ...types)}) AS c (${columns})
  CROSS JOIN LATERAL (
    SELECT account_id, stripe, sign, balance_units, held_units FROM ledger_balances
    WHERE account_id = c.account_id AND stripe = c.stripe FOR UPDATE
  ) AS b
)`;
}

/** Whether an account has what is taken from it and promised of it. */
const covered = '(sign = 0 OR sign * balance_units >= held_units)';

/** The sum of each asset is zero, of what is written here. */
function balanced({ assets }: PostShape): string {
  if (assets === 1) return 'coalesce(sum(amount_units), 0) = 0';
  const sums = Array.from(
    { length: assets },
    (_, asset) => `coalesce(sum(amount_units) FILTER (WHERE asset = ${asset}), 0) = 0`,
  );
  return `(${sums.join(' AND ')})`;
}

const holdsThere = (settles: number) =>
  settles > 0 ? `(SELECT count(*) FROM settling) = ${settles}` : 'true';

const ifWritten = 'WHERE EXISTS (SELECT FROM written)';

const eachChange = `SELECT $1::text, account_id, stripe, amount_units, balance_units, $9::timestamptz
  FROM locked ${ifWritten} AND amount_units <> 0`;

/** In their order: the running balance is read by it. */
const eachPosting = (rows: string) => `SELECT $1::text, p.account_id, l.stripe, p.amount_units,
    l.balance_units - l.amount_units + p.sum_units, $9::timestamptz
  FROM (VALUES ${rows}) AS p (n, account_id, amount_units, sum_units)
  JOIN locked l ON l.account_id = p.account_id ${ifWritten} ORDER BY p.n`;

const placing = (rows: string) => `, placed AS (
  INSERT INTO ledger_holds (id, account_id, amount_units, state, subject, placed_by, created_at)
  SELECT p.id, p.account_id, p.amount_units, 'held', $5::text, $1::text, $9::timestamptz
  FROM (VALUES ${rows}) AS p (id, account_id, amount_units) ${ifWritten}
)`;

function settling(settles: number, rows: Rows): string {
  if (settles === 0) return '';
  return `, settling AS MATERIALIZED (
  SELECT h.id, s.state
  FROM (VALUES ${rows(settles, 'text', 'text', 'bigint', 'text')}) AS s (id, account_id, amount_units, state)
  JOIN ledger_holds h ON h.id = s.id
  WHERE (SELECT count(*) FROM locked) > 0
    AND h.state = 'held' AND h.account_id = s.account_id AND h.amount_units = s.amount_units
  ORDER BY h.id FOR UPDATE OF h
)`;
}

const settled = `, settled AS (
  UPDATE ledger_holds h
  SET state = s.state::"HoldState", settled_by = $1::text, settled_at = $9::timestamptz
  FROM settling s WHERE h.id = s.id AND EXISTS (SELECT FROM written)
)`;
