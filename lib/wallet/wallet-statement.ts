import { query } from '@/lib/db';
import { type FieldProblems, fail } from '@/lib/errors';
import { formatUnits } from '@/lib/money';
import { officeSettings } from '@/lib/settings';
import { isDay, midnightSql } from '@/lib/wallet/office-day';
import { walletNumberOf } from '@/lib/wallet/open-wallet';
import { lineView, type RecordRow, recordColumns, type WalletLineView } from '@/lib/wallet/wallet-line';
import { type WalletReader, walletOf } from '@/lib/wallet/wallet-reader';

/** What is asked for. Days are of the office's time zone, `2026-11-22`, and both belong to the period. */
export type StatementInput = { asset: string; from: string; to: string };

/** The head of a statement. Amounts are plain decimals. */
export type WalletStatement = StatementInput & {
  /** The wallet's ten digits, and its holder. */
  number: string;
  holder: string;
  scale: number;
  timeZone: string;
  opening: string;
  closing: string;
  /** What came in and what went out (not signed) between the two. */
  totalIn: string;
  totalOut: string;
  lineCount: number;
  /** Oldest first. Reads on as they are taken, so that memory does not grow with the period; to be gone through once. */
  lines: AsyncIterable<WalletLineView>;
};

/**
 * A wallet's statement for a period, as of this moment: what comes while its lines are read is not among them, so that
 * opening balance and lines always come to the closing one.
 * Throws `not_signed_in`, `forbidden`, `not_found` (no such asset), `invalid_input` (fields `from`, `to`).
 */
export async function walletStatement(reader: WalletReader, input: StatementInput): Promise<WalletStatement> {
  const { userId } = walletOf(reader);
  const { asset, from, to } = input;
  requirePeriod(from, to);
  const [{ timeZone }, number] = await Promise.all([officeSettings(), walletNumberOf(userId)]);
  const [head] = await query<HeadRow>(headSql, [userId, asset, from, to, timeZone], 'wallet_statement');
  if (!head) fail('not_found');
  const { scale } = head;
  return {
    ...input,
    number,
    holder: head.holder,
    scale,
    timeZone,
    opening: formatUnits(head.openingUnits, scale),
    closing: formatUnits(head.closingUnits, scale),
    totalIn: formatUnits(head.inUnits, scale),
    totalOut: formatUnits(head.outUnits, scale),
    lineCount: Number(head.lines),
    lines: readLines({ userId, asset, scale, since: head.since, last: head.last }),
  };
}

function requirePeriod(from: string, to: string): void {
  const fields: FieldProblems = {};
  if (!isDay(from)) fields.from = { key: from === '' ? 'required' : 'date' };
  if (!isDay(to)) fields.to = { key: to === '' ? 'required' : 'date' };
  if (!fields.from && !fields.to && to < from) fields.to = { key: 'periodEnds' };
  if (Object.keys(fields).length > 0) fail('invalid_input', { fields });
}

type HeadRow = {
  scale: number;
  holder: string;
  since: Date;
  openingUnits: bigint;
  closingUnits: bigint;
  inUnits: bigint;
  outUnits: bigint;
  lines: bigint;
  /** The number of the last line of the period; null: there is none. */
  last: bigint | null;
};

/** One statement, one snapshot. Along an account time and number grow together. */
const headSql = `
WITH period AS (
  SELECT ${midnightSql('$3', '$5', 0)} AS since, ${midnightSql('$4', '$5', 1)} AS until
), sums AS (
  SELECT count(*) AS lines, max(entry_id) AS last,
    coalesce(sum(amount_units) FILTER (WHERE amount_units > 0), 0)::bigint AS in_units,
    coalesce(-sum(amount_units) FILTER (WHERE amount_units < 0), 0)::bigint AS out_units
  FROM wallet_records, period
  WHERE user_id = $1 AND asset_code = $2 AND at >= period.since AND at < period.until
)
SELECT a.scale, coalesce(nullif(u.name, ''), u.email, '') AS holder, period.since, sums.lines, sums.last,
  sums.in_units AS "inUnits", sums.out_units AS "outUnits",
  coalesce(opening.units, 0)::bigint AS "openingUnits",
  (coalesce(opening.units, 0) + sums.in_units - sums.out_units)::bigint AS "closingUnits"
FROM period CROSS JOIN sums
JOIN assets a ON a.code = $2
LEFT JOIN users u ON u.id = $1
LEFT JOIN LATERAL (
  SELECT balance_after_units AS units FROM wallet_records
  WHERE user_id = $1 AND asset_code = $2 AND at < period.since ORDER BY at DESC, entry_id DESC LIMIT 1
) opening ON true`;

const linesAtOnce = 1_000;

type Range = { userId: string; asset: string; scale: number; since: Date; last: bigint | null };

async function* readLines({ userId, asset, scale, since, last }: Range): AsyncGenerator<WalletLineView> {
  let after = { at: since, entryId: 0n };
  while (last !== null && after.entryId < last) {
    const rows = await query<RecordRow>(
      linesSql,
      [userId, asset, after.at, after.entryId, last, linesAtOnce],
      'wallet_statement_lines',
    );
    const newest = rows.at(-1);
    if (!newest) return;
    for (const row of rows) yield lineView({ ...row, scale });
    after = newest;
  }
}

const linesSql = `
SELECT ${recordColumns} FROM wallet_records r
WHERE r.user_id = $1 AND r.asset_code = $2 AND (r.at, r.entry_id) > ($3, $4::bigint) AND r.entry_id <= $5::bigint
ORDER BY r.at, r.entry_id LIMIT $6`;
