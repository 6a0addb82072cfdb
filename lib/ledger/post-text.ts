/** How many of what a transfer has. Transfers of one shape share one statement. */
export type PostShape = {
  /** Distinct accounts. */
  accounts: number;
  assets: number;
  /** Postings, or 0 where no account is posted to twice: an account's entry is its change then. */
  lines: number;
  places: number;
  settles: number;
  /** Outside a transaction, where nobody could put back what was moved and not written. */
  alone: boolean;
};

type Shape = Omit<PostShape, 'alone'>;

type Prepared = { name: string; text: string };

function nameOf({ accounts, assets, lines, places, settles, alone }: PostShape): string {
  return `ledger_post_${accounts}_${assets}_${lines}_${places}_${settles}${alone ? '_alone' : ''}`;
}

const texts = new Map<string, Prepared>();

/**
 * One posting as one statement: lock and move, check, write. It answers with a row for each balance that it moved; all
 * are moved where the transfer is written. Without rows nothing is changed. What is moved and not written must not
 * stay: in a transaction each row says whether it is `written`, and the caller puts back what is not; a statement that
 * is `alone` answers with empty rows or fails by itself (`notWritten` is its error's code).
 *
 * Under READ COMMITTED it leans on these facts:
 * - `moved` inserts what is there already: the conflict waits for whoever changes the same balance and then leads to
 *   the newest version of the row, not to the snapshot's, without planning it anew as an UPDATE or a lock would. It goes
 *   through its rows in the order they are given in, so two of these statements cannot deadlock. What it proposes has
 *   the sign of a free account, as a change by itself need not be covered; a row that is there keeps its own;
 * - hold rows are locked after their accounts, for the same freshness: whoever settles a hold has its account locked;
 * - everything else written hangs on `written`, the row of the transfer. If its key is taken by a transaction that is
 *   still open, the insert waits for its end, and does nothing if that commits.
 *
 * It is written for little work per call, least of all while balances are locked: rows come as VALUES, not as an array a
 * column; what can be sorted and added up before is; and why nothing was written is asked where nothing was, by
 * `refusalText`.
 *
 * `name`: what each connection prepares it under. $1 to $9: the transfer's own columns, $9 its time. Then changes,
 * holds settled, postings, holds placed.
 */
export function postText(shape: PostShape): Prepared {
  const name = nameOf(shape);
  const known = texts.get(name);
  if (known) return known;
  const made = { name, text: compose(shape) };
  texts.set(name, made);
  return made;
}

/** SQLSTATE of what an `alone` statement fails with where it did not write: it divides by what it wrote. */
export const notWritten = '22012';

/**
 * Why the posting of that shape writes nothing, in one row: `complete`, `balanced`, `overdrawn`, `holds_there`. It takes
 * the same locks: in a transaction it finds what the posting found. $1 and on: changes, holds settled.
 */
export function refusalText(shape: Shape): string {
  const rows = numberedFrom(1);
  const { accounts, settles } = shape;
  return `
WITH ${locked(shape, rows)}${settling('locked', shape, rows)}
SELECT count(*) = ${accounts} AS complete, ${balanced(shape, 1)} AS balanced,
  min(account_id) FILTER (WHERE sign <> 0 AND sign * balance_units < held_units) AS overdrawn,
  ${holdsThere(settles)} AS holds_there
FROM locked`;
}

const firstChange = 10;

function compose(shape: PostShape): string {
  const rows = numberedFrom(firstChange);
  const { accounts, lines, places, settles } = shape;
  const head = `${moved(shape, rows)}${settling('moved', shape, rows)}`;
  const entries = lines > 0 ? eachPosting(rows(lines, 'int', 'text', 'bigint', 'bigint')) : eachChange;
  const placed = places > 0 ? placing(rows(places, 'text', 'text', 'bigint')) : '';
  return `
WITH ${head}, written AS (
  INSERT INTO ledger_transfers
    (id, kind, idempotency_key, input_hash, subject, reverses_id, actor, note, created_at)
  SELECT $1::text, $2::text, $3::text, $4::text, $5::text, $6::text, $7::text, $8::text, $9::timestamptz
  FROM moved
  HAVING count(*) = ${accounts} AND ${balanced(shape, firstChange)} AND ${holdsThere(settles)}
  ON CONFLICT DO NOTHING
  RETURNING id
), entered AS (
  INSERT INTO ledger_entries (transfer_id, account_id, stripe, amount_units, balance_after_units, created_at)
  ${entries}
)${placed}${settles > 0 ? settled : ''}
${shape.alone ? writtenOrFail : movedAndWritten}`;
}

const movedAndWritten = 'SELECT account_id, EXISTS (SELECT FROM written) AS written FROM moved';

const writtenOrFail = 'SELECT FROM moved WHERE 1 / (SELECT count(*) FROM written) = 1';

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

/** The columns of a change, with their types. */
function changeColumns({ assets, places, settles }: Shape): [string, string][] {
  return [
    ['account_id', 'text'],
    ['stripe', 'int'],
    ['amount_units', 'bigint'],
    ...(assets > 1 ? [['asset', 'int'] satisfies [string, string]] : []),
    ...(places + settles > 0 ? [['held_units', 'bigint'] satisfies [string, string]] : []),
  ];
}

function changes(shape: Shape, rows: Rows): string {
  const columns = changeColumns(shape);
  const names = columns.map(([name]) => name).join(', ');
  return `(VALUES ${rows(shape.accounts, ...columns.map(([, type]) => type))}) AS c (${names})`;
}

/** Moves the balances that cover it, in the order given. An account that is not there is left out. */
function moved(shape: Shape, rows: Rows): string {
  const held = shape.places + shape.settles > 0 ? 'c.held_units' : '0';
  return `moved AS (
  INSERT INTO ledger_balances AS b (account_id, stripe, sign, balance_units, held_units)
  SELECT c.account_id, c.stripe, 0, c.amount_units, ${held}
  FROM ${changes(shape, rows)}
  WHERE (SELECT true FROM ledger_balances WHERE account_id = c.account_id AND stripe = c.stripe)
  ON CONFLICT (account_id, stripe) DO UPDATE
  SET balance_units = b.balance_units + excluded.balance_units, held_units = b.held_units + excluded.held_units
  WHERE b.sign = 0 OR b.held_units + excluded.held_units
    BETWEEN 0 AND b.sign * (b.balance_units + excluded.balance_units)
  RETURNING account_id, stripe, balance_units, ${amountOf(shape)}
)`;
}

/** What was asked of a row that is returned: said once more by its parameters, as only the row itself is at hand. */
function amountOf(shape: Shape): string {
  const columns = changeColumns(shape);
  const amount = columns.findIndex(([name]) => name === 'amount_units');
  const cases = Array.from({ length: shape.accounts }, (_, row) => {
    const at = firstChange + row * columns.length;
    return `WHEN $${at}::text THEN $${at + amount}::bigint`;
  });
  return `CASE account_id ${cases.join(' ')} END AS amount_units`;
}

/** The same balances, locked only, as they would be. */
function locked(shape: Shape, rows: Rows): string {
  const held = shape.places + shape.settles > 0 ? ' + c.held_units' : '';
  return `locked AS MATERIALIZED (
  SELECT b.account_id, b.sign, b.balance_units + c.amount_units AS balance_units, b.held_units${held} AS held_units
  FROM ${changes(shape, rows)}
  CROSS JOIN LATERAL (
    SELECT account_id, sign, balance_units, held_units FROM ledger_balances
    WHERE account_id = c.account_id AND stripe = c.stripe FOR UPDATE
  ) AS b
)`;
}

/** The sum of each asset is zero, of what is written here. `first`: the number of the first change's parameter. */
function balanced(shape: Shape, first: number): string {
  const { accounts, assets } = shape;
  const columns = changeColumns(shape);
  const amount = columns.findIndex(([name]) => name === 'amount_units');
  const asset = columns.findIndex(([name]) => name === 'asset');
  const each = Array.from({ length: accounts }, (_, row) => first + row * columns.length);
  const sumOf = (n: number) =>
    each
      .map((at) =>
        assets > 1
          ? `CASE $${at + asset}::int WHEN ${n} THEN $${at + amount}::bigint ELSE 0 END`
          : `$${at + amount}::bigint`,
      )
      .join(' + ');
  return `(${Array.from({ length: assets }, (_, n) => `${sumOf(n)} = 0`).join(' AND ')})`;
}

const holdsThere = (settles: number) =>
  settles > 0 ? `(SELECT count(*) FROM settling) = ${settles}` : 'true';

const ifWritten = 'WHERE EXISTS (SELECT FROM written)';

const eachChange = `SELECT $1::text, account_id, stripe, amount_units, balance_units, $9::timestamptz
  FROM moved ${ifWritten} AND amount_units <> 0`;

/** In their order: the running balance is read by it. */
const eachPosting = (rows: string) => `SELECT $1::text, p.account_id, m.stripe, p.amount_units,
    m.balance_units - m.amount_units + p.sum_units, $9::timestamptz
  FROM (VALUES ${rows}) AS p (n, account_id, amount_units, sum_units)
  JOIN moved m ON m.account_id = p.account_id ${ifWritten} ORDER BY p.n`;

const placing = (rows: string) => `, placed AS (
  INSERT INTO ledger_holds (id, account_id, amount_units, state, subject, placed_by, created_at)
  SELECT p.id, p.account_id, p.amount_units, 'held', $5::text, $1::text, $9::timestamptz
  FROM (VALUES ${rows}) AS p (id, account_id, amount_units) ${ifWritten}
)`;

/** The holds to end, locked after the balances are. */
function settling(balances: 'moved' | 'locked', { settles }: Shape, rows: Rows): string {
  if (settles === 0) return '';
  return `, settling AS MATERIALIZED (
  SELECT h.id, s.state
  FROM (VALUES ${rows(settles, 'text', 'text', 'bigint', 'text')}) AS s (id, account_id, amount_units, state)
  JOIN ledger_holds h ON h.id = s.id
  WHERE (SELECT count(*) FROM ${balances}) > 0
    AND h.state = 'held' AND h.account_id = s.account_id AND h.amount_units = s.amount_units
  ORDER BY h.id FOR UPDATE OF h
)`;
}

const settled = `, settled AS (
  UPDATE ledger_holds h
  SET state = s.state::"HoldState", settled_by = $1::text, settled_at = $9::timestamptz
  FROM settling s WHERE h.id = s.id AND EXISTS (SELECT FROM written)
)`;
