import { type Actor, requireRole } from '@/lib/auth/actor';
import { stepRoles } from '@/lib/exchange/mover';
import { formatUnits } from '@/lib/money';
import { decodeStatement } from '@/lib/payments/statements/decode-statement';
import { moneyOfMethod } from '@/lib/payments/statements/import-statement';
import { guessMapping, type StatementMapping } from '@/lib/payments/statements/mapping';
import { readLines } from '@/lib/payments/statements/read-lines';
import { rememberedMapping } from '@/lib/payments/statements/statement-queries';

/** What a person looks at before a file is taken. */
export type StatementPreview = {
  /** The first rows as they stand in the file. */
  rows: string[][];
  rowCount: number;
  mapping: StatementMapping | null;
  /** The mapping is the one of the last file, and this one has the same columns. */
  remembered: boolean;
  incoming: number;
  outgoing: number;
  problemCount: number;
  /** The first incoming amounts as they would be read: plain decimals. */
  sample: { at: Date; amount: string; payer: string }[];
};

const shownRows = 12;
const cellLength = 120;

/**
 * Reads a file without keeping anything. Operators. Throws `invalid_input` (field `file`), `not_found`.
 */
export async function previewStatement({
  actor,
  methodId,
  bytes,
}: {
  actor: Actor;
  methodId: string;
  bytes: Buffer;
}): Promise<StatementPreview> {
  requireRole(actor, ...stepRoles);
  const money = await moneyOfMethod(methodId);
  const { rows } = decodeStatement(bytes);
  const guess = guessMapping(rows);
  const last = await rememberedMapping(actor, methodId);
  const remembered = last !== null && fits(rows, last);
  const mapping = remembered ? last : guess;
  const read = mapping ? readLines(rows, mapping, money) : { lines: [], outgoing: 0, problems: [] };
  return {
    rows: rows.slice(0, shownRows).map((row) => row.map((cell) => cell.slice(0, cellLength))),
    rowCount: rows.length,
    mapping,
    remembered,
    incoming: read.lines.length,
    outgoing: read.outgoing,
    problemCount: read.problems.length,
    sample: read.lines.slice(0, 3).map(({ bookedAt, amountUnits, payer }) => ({
      at: bookedAt,
      amount: formatUnits(amountUnits, money.scale),
      payer,
    })),
  };
}

/** The columns that the last file's mapping names are there, and the first row below the names has a date. */
function fits(rows: string[][], { headerRow, columns }: StatementMapping): boolean {
  const header = rows[headerRow];
  const first = rows[headerRow + 1];
  if (!header || !first) return false;
  const inside = Object.values(columns).every((column) => column === undefined || column < header.length);
  return inside && /\d{1,4}[./-]\d{1,2}[./-]\d{1,4}/.test(first[columns.date] ?? '');
}
